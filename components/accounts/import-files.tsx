import { useState } from 'preact/hooks';
import type { Sentence } from '../../core/gloss/explain.ts';
import { showNumber } from '../dates.ts';
import { say, useCount, useLanguage, useWords } from '../words.ts';
import { Part } from './part.tsx';

/** How far a file has been taken in, or what became of it. */
export type Importing =
  | {
      readonly kind: 'reading';
      readonly name: string;
      /** Posts read so far, and bytes of all that there are. */
      readonly posts: number;
      readonly bytes: number;
      readonly total: number;
    }
  /** `where` in the file, null where that says nothing. */
  | { readonly kind: 'failed'; readonly name: string; readonly where: Sentence | null; readonly why: Sentence }
  | { readonly kind: 'done'; readonly name: string; readonly posts: number };

export interface Imports {
  /** Null where nothing was imported yet. */
  readonly importing: Importing | null;
  readonly onImport: (file: File) => void;
  readonly onCancel: () => void;
}

const KINDS = ['.car', '.txt', '.json'];
const MEGABYTE = 1_000_000;

/** Takes in a file of posts without the network, dropped here or chosen. */
export function ImportFiles({ importing, onImport, onCancel }: Imports) {
  const translate = useWords();
  const [fault, setFault] = useState<'import_one' | 'import_kind' | null>(null);
  const [isOver, setOver] = useState(false);
  const isReading = importing?.kind === 'reading';
  const take = (files: readonly File[]) => {
    const [file] = files;
    if (file === undefined || isReading) return;
    const found = files.length > 1 ? 'import_one' : isKnown(file.name) ? null : 'import_kind';
    setFault(found);
    if (found === null) onImport(file);
  };
  return (
    <Part id="accounts-import" title={translate('import')} about={translate('import_about')}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the same can be chosen with the button in it. */}
      <div
        class={isOver ? 'accounts-row accounts-drop accounts-over' : 'accounts-row accounts-drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(!isReading);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take([...(event.dataTransfer?.files ?? [])]);
        }}
      >
        {importing?.kind === 'reading' ? (
          <ReadingFile reading={importing} onCancel={onCancel} />
        ) : (
          <FileButton onFiles={take} />
        )}
      </div>
      <div class="accounts-row accounts-outcome" role="status">
        {fault !== null && <p class="about accounts-trouble">{translate(fault)}</p>}
        {fault === null && importing !== null && <Outcome importing={importing} />}
      </div>
    </Part>
  );
}

function FileButton({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const translate = useWords();
  return (
    <p class="paragraph">
      {translate('import_drop')}{' '}
      <label class="button accounts-small accounts-file">
        {translate('import_choose')}
        <input
          type="file"
          class="unseen"
          accept={KINDS.join()}
          onChange={({ currentTarget }) => {
            onFiles([...(currentTarget.files ?? [])]);
            // The same file can be chosen again, once it is mended.
            currentTarget.value = '';
          }}
        />
      </label>
    </p>
  );
}

interface ReadingProps {
  readonly reading: Extract<Importing, { readonly kind: 'reading' }>;
  readonly onCancel: () => void;
}

function ReadingFile({ reading: { name, posts, bytes, total }, onCancel }: ReadingProps) {
  const translate = useWords();
  const language = useLanguage();
  const count = useCount();
  const [read, all] = [bytes, total].map((each) => showSize(each, language)) as [string, string];
  return (
    <>
      <p class="about">
        <progress
          class="accounts-progress"
          aria-label={translate('import_progress', name)}
          value={bytes}
          max={Math.max(total, 1)}
        />{' '}
        <span class="accounts-figures">{translate('import_read', count('posts', posts), read, all)}</span>
      </p>
      <button type="button" class="button accounts-small" onClick={onCancel}>
        {translate('preview_cancel')}
      </button>
    </>
  );
}

function Outcome({ importing }: { readonly importing: Importing }) {
  const translate = useWords();
  const count = useCount();
  const { name } = importing;
  switch (importing.kind) {
    case 'reading':
      return <p class="about">{translate('import_reading', name)}</p>;
    case 'done':
      return <p class="about accounts-done">{translate('import_done', name, count('posts', importing.posts))}</p>;
    case 'failed': {
      const { where, why } = importing;
      return (
        <p class="about accounts-trouble">
          {translate('import_failed', name)} {say(translate, why)} {where !== null && say(translate, where)}
        </p>
      );
    }
  }
}

function isKnown(name: string): boolean {
  return KINDS.some((kind) => name.toLowerCase().endsWith(kind));
}

function showSize(bytes: number, language: string | undefined): string {
  return showNumber(Math.round((10 * bytes) / MEGABYTE) / 10, language);
}
