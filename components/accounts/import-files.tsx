import { useState } from 'preact/hooks';
import { keyPart } from '../../core/message-key.ts';
import type { ImportFault, ImportPlace, ImportState } from '../../core/sources/import-state.ts';
import { showNumber } from '../dates.ts';
import { type Translate, useCount, useLanguage, useWords } from '../words.ts';
import { Part } from './part.tsx';

export interface Imports {
  /** Null where nothing was imported yet. */
  readonly importing: ImportState | null;
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
  const isGoing = importing?.kind === 'reading' || importing?.kind === 'storing';
  const take = (files: readonly File[]) => {
    const [file] = files;
    if (file === undefined || isGoing) return;
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
          setOver(!isGoing);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take([...(event.dataTransfer?.files ?? [])]);
        }}
      >
        {importing?.kind === 'reading' || importing?.kind === 'storing' ? (
          <GoingOn importing={importing} onCancel={onCancel} />
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

interface GoingOnProps {
  readonly importing: Extract<ImportState, { readonly kind: 'reading' | 'storing' }>;
  readonly onCancel: () => void;
}

function GoingOn({ importing, onCancel }: GoingOnProps) {
  const translate = useWords();
  const language = useLanguage();
  const count = useCount();
  const { name, posts } = importing;
  const [done, all] = importing.kind === 'reading' ? [importing.bytes, importing.total] : [posts, importing.of];
  const [read, size] = [done, all].map((each) => showSize(each, language)) as [string, string];
  return (
    <>
      <p class="about">
        <progress
          class="accounts-progress"
          aria-label={translate('import_progress', name)}
          value={done}
          max={Math.max(all, 1)}
        />{' '}
        <span class="accounts-figures">
          {importing.kind === 'reading'
            ? translate('import_read', count('posts', posts), read, size)
            : translate('import_stored', count('posts', posts), showNumber(importing.of, language))}
        </span>
      </p>
      <button type="button" class="button accounts-small" onClick={onCancel}>
        {translate('preview_cancel')}
      </button>
    </>
  );
}

function Outcome({ importing }: { readonly importing: ImportState }) {
  const translate = useWords();
  const count = useCount();
  const { name } = importing;
  switch (importing.kind) {
    case 'reading':
    case 'storing':
      return <p class="about">{translate('import_reading', name)}</p>;
    case 'done': {
      const { posts, leftOut } = importing;
      const said =
        posts === null ? translate('import_done_text', name) : translate('import_done', name, count('posts', posts));
      return (
        <>
          <p class="about accounts-done">{said}</p>
          {leftOut > 0 && <p class="about">{translate('import_left_out', count('posts', leftOut))}</p>}
        </>
      );
    }
    case 'failed':
      return (
        <p class="about accounts-trouble">
          {translate('import_failed', name)} <Fault fault={importing.fault} />
        </p>
      );
  }
}

/** What is wrong with a file, and where in it. */
function Fault({ fault: { kind, place } }: { readonly fault: ImportFault }) {
  const translate = useWords();
  const language = useLanguage();
  return (
    <>
      {translate(`import_why_${keyPart(kind)}`)} {place !== null && sayPlace(translate, place, language)}
    </>
  );
}

function sayPlace(translate: Translate, place: ImportPlace, language: string | undefined): string {
  switch (place.kind) {
    case 'byte':
      return translate('import_at_byte', showNumber(place.byte, language));
    case 'record':
      return translate('import_at_part', place.key);
    case 'field':
      return translate('import_at_part', place.path);
    case 'line':
      return translate('import_at_line', showNumber(place.line, language), showNumber(place.column, language));
  }
}

function isKnown(name: string): boolean {
  return KINDS.some((kind) => name.toLowerCase().endsWith(kind));
}

function showSize(bytes: number, language: string | undefined): string {
  return showNumber(Math.round((10 * bytes) / MEGABYTE) / 10, language);
}
