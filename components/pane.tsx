import { useEffect, useRef } from 'preact/hooks';
import { type LibraryRoute, startOrder } from '../core/library-route.ts';
import type { Publication } from '../core/model/publication.ts';
import type { LibraryState } from '../core/protocol/library-state.ts';
import type { Question } from '../core/protocol/look-up.ts';
import { beginNote } from './begin-note.ts';
import { Copying } from './copy-button.tsx';
import { Failed } from './failed.tsx';
import { GlossView } from './gloss-view.tsx';
import { isField } from './is-field.ts';
import { KnownPublications } from './known-publications.tsx';
import { InLibrary, LibraryWay } from './library-way.tsx';
import { LinkedByContext } from './linked-by/doors.ts';
import { LazyLinkedByScreen } from './linked-by/lazy-screen.tsx';
import { LinkedByWay } from './linked-by/linked-by-way.tsx';
import { useLinkedByWays } from './linked-by/use-linked-by-ways.ts';
import { LookUpField } from './look-up-field.tsx';
import { announce, LookUpView } from './look-up-view.tsx';
import { moveAmongItems } from './move-among-items.ts';
import { type PageInFront, PageView } from './page-view.tsx';
import type { PaneActions } from './pane-actions.ts';
import { PaneFoot } from './pane-foot.tsx';
import { PaneHead } from './pane-head.tsx';
import { Updating } from './update-button.tsx';
import { NOTHING_ASKED, useLookUp } from './use-look-up.ts';
import { useOpened } from './use-opened.ts';
import { useUpdate } from './use-update.tsx';
import { useLanguage, useWords } from './words.ts';

interface Props {
  readonly page: PageInFront;
  /** Null until the library has answered. */
  readonly library: LibraryState | null;
  /** What the reader asked elsewhere, as at a link; another object is another question. */
  readonly pending: Question | null;
  /** Whether keys that are pressed alone do something. */
  readonly letterKeys: boolean;
  readonly actions: PaneActions;
}

/** What the popup and the side panel both are: a look-up above, the page in front, and its site's switch below. */
export function Pane({ page, library, pending, letterKeys, actions }: Props) {
  const translate = useWords();
  const language = useLanguage();
  const field = useRef<HTMLInputElement>(null);
  const content = useRef<HTMLElement>(null);
  const { question, answered, outcome, ask } = useLookUp(actions.lookUp);
  const update = useUpdate(actions.onUpdate);
  const { opened, open, close } = useOpened(actions.describeFound);
  const { linked, ways, close: closeLinked } = useLinkedByWays(actions.linkedBy);
  const isLookingUp = question.asked.trim() !== '';

  const askAnew = (next: Question) => {
    close();
    closeLinked();
    ask(next);
  };
  const leave = () => {
    askAnew(NOTHING_ASKED);
    field.current?.focus();
  };
  /** True where the key was for the pane. */
  const answerKey = (key: string): boolean => {
    if (key === 'ArrowDown' || key === 'ArrowUp')
      return moveAmongItems(content.current, field.current, key === 'ArrowDown' ? 1 : -1);
    if (key !== 'Escape' || (linked === null && opened === null && !isLookingUp)) return false;
    if (linked !== null) closeLinked();
    else if (opened === null) leave();
    else close();
    return true;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a question is handed over once.
  useEffect(() => {
    if (pending !== null) askAnew(pending);
  }, [pending]);

  const before = useRef(library);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another state of the library has other answers.
  useEffect(() => {
    if (isLookingUp && before.current !== null) ask(question);
    before.current = library;
  }, [library]);

  return (
    <Updating.Provider value={update}>
      <PaneHead actions={actions}>
        <LookUpField
          asked={question.asked}
          field={field}
          onAsk={(asked) => askAnew({ asked, linkText: '' })}
          onDown={() => moveAmongItems(content.current, field.current, 1)}
        />
      </PaneHead>
      <Copying.Provider value={actions.onCopy}>
        <InLibrary.Provider value={actions.onOpenLibrary}>
          <LinkedByContext.Provider value={ways}>
            <main
              ref={content}
              class="pane-content"
              onKeyDown={(event) => {
                // A text that is being written has its keys.
                if (event.target instanceof HTMLTextAreaElement) return;
                const isLetter = letterKeys && isPlain(event, 'n') && !isField(event.target);
                const isNote = isLetter && beginNote(event.currentTarget, document.activeElement);
                if (isNote || answerKey(event.key)) event.preventDefault();
              }}
            >
              {linked !== null && (
                <>
                  <Back
                    label={translate(isLookingUp ? 'back_to_found' : 'back_to_page')}
                    onBack={closeLinked}
                    isReached
                  />
                  <LazyLinkedByScreen key={linked.address} {...linked} doors={actions.linkedBy} />
                </>
              )}
              {opened !== null && (
                <div hidden={linked !== null}>
                  <Back label={translate(isLookingUp ? 'back_to_found' : 'back_to_page')} onBack={close} isReached />
                  {opened.gloss === null ? (
                    <Failed onTryAgain={() => open(opened.found)} />
                  ) : (
                    <GlossView
                      gloss={opened.gloss}
                      describeMore={(wanted) => actions.describeMore({ kind: 'found', found: opened.found }, wanted)}
                    >
                      <LibraryWay gloss={opened.gloss} />
                      <LinkedByWayOf publication={opened.gloss.publication} />
                    </GlossView>
                  )}
                </div>
              )}
              {isLookingUp && (
                <div hidden={opened !== null || linked !== null}>
                  <Back label={translate('back_to_page')} onBack={leave} />
                  <LookUpView
                    question={answered}
                    outcome={outcome}
                    describeMore={actions.describeMore}
                    onOpen={open}
                    onTryAgain={() => ask(question)}
                    onAsk={(asked) => {
                      ask({ asked, linkText: '' });
                      field.current?.focus();
                    }}
                    onAll={() => actions.onOpenLibrary(searchFor(answered.asked))}
                  >
                    <KnownPublications actions={actions} onOpen={open} />
                  </LookUpView>
                </div>
              )}
              <div hidden={opened !== null || linked !== null || isLookingUp}>
                <PageView page={page} actions={actions} onOpen={open} />
              </div>
            </main>
          </LinkedByContext.Provider>
        </InLibrary.Provider>
      </Copying.Provider>
      <p role="status" class="unseen">
        {announce(translate, language, outcome)}
      </p>
      <PaneFoot page={page} library={library} actions={actions} />
    </Updating.Provider>
  );
}

function isPlain({ key, ctrlKey, metaKey, altKey }: KeyboardEvent, wanted: string): boolean {
  return key === wanted && !ctrlKey && !metaKey && !altKey;
}

/** The way to who linked to a publication that was opened from a list. */
function LinkedByWayOf({ publication }: { readonly publication: Publication | null }) {
  const [address] = publication?.addresses ?? [];
  return publication === null || address === undefined ? null : (
    <LinkedByWay address={address} title={publication.title} />
  );
}

function searchFor(asked: string): LibraryRoute {
  const text = asked.trim();
  return { view: 'search', text, order: startOrder(text) };
}

interface BackProps {
  readonly label: string;
  readonly onBack: () => void;
  /** Whether the focus comes to it: what had the focus is no longer shown. */
  readonly isReached?: boolean;
}

function Back({ label, onBack, isReached = false }: BackProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isReached) button.current?.focus();
  }, [isReached]);
  return (
    <button ref={button} type="button" class="back" onClick={onBack}>
      {label}
    </button>
  );
}
