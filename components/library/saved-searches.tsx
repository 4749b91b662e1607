import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { showNumber } from '../dates.ts';
import { useLanguage, useWords } from '../words.ts';

/** A saved search, where it leads, and how many of its hits are new; null where that is not known yet. */
export interface SavedLink {
  readonly id: string;
  readonly name: string;
  readonly href: string;
  readonly isShown: boolean;
  readonly fresh: number | null;
}

interface Props {
  readonly searches: readonly SavedLink[];
  /** Rejects where it cannot be kept, as the other does. */
  readonly onRename: (id: string, name: string) => Promise<void>;
  /** Gives the way to have it back. */
  readonly onRemove: (id: string) => Promise<() => Promise<void>>;
}

interface Removed extends Pick<SavedLink, 'id' | 'name'> {
  readonly undo: () => Promise<void>;
  readonly isUndone: boolean;
}

/** The searches that were kept under a name. */
export function SavedSearches({ searches, onRename, onRemove }: Props) {
  const translate = useWords();
  const id = useId();
  const [isEdited, setIsEdited] = useState(false);
  const [removed, setRemoved] = useState<Removed | null>(null);
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // What had the focus is gone.
    if (removed?.isUndone === false) undo.current?.focus();
  }, [removed]);
  const list = useRef<HTMLUListElement>(null);
  const isBack = removed?.isUndone === true && searches.some((each) => each.id === removed.id);
  // Until it stands in the list again there is nothing that could have the focus of what had it back.
  useLayoutEffect(() => {
    if (!isBack) return;
    list.current?.querySelector<HTMLElement>(`[data-search="${CSS.escape(removed.id)}"] :is(a, input)`)?.focus();
    setRemoved(null);
  }, [isBack, removed]);
  const [hasFailed, setHasFailed] = useState(false);
  const attempt = (work: Promise<unknown>) =>
    void work.then(
      () => setHasFailed(false),
      () => setHasFailed(true),
    );
  const remove = async ({ id: removedId, name }: SavedLink) =>
    setRemoved({ id: removedId, name, undo: await onRemove(removedId), isUndone: false });
  if (searches.length === 0 && removed === null) return null;
  return (
    <nav class="saved-searches" aria-labelledby={id}>
      <div class="saved-head">
        <h2 class="filter-title" id={id}>
          {translate('saved_title')}
        </h2>
        {searches.length > 0 && (
          <button type="button" class="action" aria-pressed={isEdited} onClick={() => setIsEdited(!isEdited)}>
            {translate('saved_edit')}
          </button>
        )}
      </div>
      <ul ref={list} class="filter-links">
        {searches.map((search) => (
          <li key={search.id} data-search={search.id}>
            {isEdited ? (
              <Editor
                search={search}
                onRename={(name) => attempt(onRename(search.id, name))}
                onRemove={() => attempt(remove(search))}
              />
            ) : (
              <SavedSearchLink search={search} />
            )}
          </li>
        ))}
      </ul>
      {hasFailed && <p role="alert">{translate('options_not_saved')}</p>}
      <p class="saved-removed" role="status">
        {removed !== null && (
          <>
            {translate('saved_removed', removed.name)}{' '}
            <button
              ref={undo}
              type="button"
              class="action"
              onClick={() => attempt(removed.undo().then(() => setRemoved({ ...removed, isUndone: true })))}
            >
              {translate('saved_undo')}
            </button>
          </>
        )}
      </p>
    </nav>
  );
}

function SavedSearchLink({ search: { name, href, isShown, fresh } }: { readonly search: SavedLink }) {
  const translate = useWords();
  const language = useLanguage();
  return (
    <a class="filter-link" href={href} aria-current={isShown ? 'page' : undefined}>
      <span class="filter-label" dir="auto">
        {name}
      </span>
      {fresh !== null && fresh > 0 && (
        <span class="hit-new">{translate('fresh_posts', showNumber(fresh, language))}</span>
      )}
    </a>
  );
}

interface EditorProps {
  readonly search: SavedLink;
  readonly onRename: (name: string) => void;
  readonly onRemove: () => void;
}

function Editor({ search: { name }, onRename, onRemove }: EditorProps) {
  const translate = useWords();
  // Whatever is drawn anew meanwhile, it stays as it is typed.
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <form
      class="saved-editor"
      onSubmit={(event) => {
        event.preventDefault();
        const field = event.currentTarget.querySelector('input');
        // What was typed is taken as if the field was left.
        field?.blur();
        field?.focus();
      }}
    >
      <input
        class="filter-field"
        aria-label={translate('saved_name_of', name)}
        value={typed ?? name}
        dir="auto"
        required
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        onChange={({ currentTarget }) => {
          const next = currentTarget.value.trim();
          setTyped(null);
          if (next !== '') onRename(next);
        }}
      />
      <button type="button" class="action" aria-label={translate('saved_remove_of', name)} onClick={onRemove}>
        {translate('saved_remove')}
      </button>
    </form>
  );
}
