import { useRef, useState } from 'preact/hooks';
import { keyPart } from '../../core/message-key.ts';
import { TAKE_AWAY_FORMATS, type TakeAwayFormat } from '../../core/take-away/formats.ts';
import { showNumber } from '../dates.ts';
import { useLanguage, useWords } from '../words.ts';

export interface Taking {
  readonly format: TakeAwayFormat;
  readonly tell: (done: number, all: number) => void;
  /** Aborted where the reader cancels. */
  readonly signal: AbortSignal;
}

interface Props {
  /** Gathers all of it and saves it as a file, whose name it gives; null where such files hold nothing of it. */
  readonly onTake: (taking: Taking) => Promise<string | null>;
}

type State =
  | { readonly kind: 'idle' | 'cancelled' | 'empty' | 'failed' }
  | { readonly kind: 'taking'; readonly done: number; readonly all: number | null }
  | { readonly kind: 'saved'; readonly name: string };

/** Names of formats, the same in every language; what has none is said in words. */
const NAMES: Readonly<Partial<Record<TakeAwayFormat, string>>> = {
  csv: 'CSV',
  markdown: 'Markdown',
  ris: 'RIS',
  bibtex: 'BibTeX',
  csl: 'CSL-JSON',
  'json-feed': 'JSON Feed',
  annotations: 'Web Annotation',
};

/** Takes all of what is shown elsewhere, as a file of the reader's choice. */
export function TakeAway({ onTake }: Props) {
  const translate = useWords();
  const [state, setState] = useState<State>({ kind: 'idle' });
  const under = useRef<AbortController | null>(null);
  const take = async (format: TakeAwayFormat) => {
    if (under.current !== null) return;
    const end = new AbortController();
    under.current = end;
    setState({ kind: 'taking', done: 0, all: null });
    const tell = (done: number, all: number) => setState({ kind: 'taking', done, all });
    const after = await onTake({ format, tell, signal: end.signal }).then(
      (name): State => (name === null ? { kind: 'empty' } : { kind: 'saved', name }),
      (): State => ({ kind: end.signal.aborted ? 'cancelled' : 'failed' }),
    );
    under.current = null;
    setState(after);
  };
  return (
    <div class="take-away-box">
      <p class="take-away-about">{translate('take_away_about')}</p>
      <ul class="take-away-formats">
        {TAKE_AWAY_FORMATS.map((format) => (
          <Format key={format} format={format} isBusy={state.kind === 'taking'} onTake={() => void take(format)} />
        ))}
      </ul>
      <TakingState state={state} onCancel={() => under.current?.abort()} />
    </div>
  );
}

interface FormatProps {
  readonly format: TakeAwayFormat;
  readonly isBusy: boolean;
  readonly onTake: () => void;
}

function Format({ format, isBusy, onTake }: FormatProps) {
  const translate = useWords();
  return (
    <li>
      {/* It keeps the focus while it is busy. */}
      <button type="button" class="button small" aria-disabled={isBusy} onClick={onTake}>
        {NAMES[format] ?? translate('take_away_markdown_files')}
      </button>{' '}
      <span class="take-away-for">{translate(`take_away_${keyPart(format)}_for`)}</span>
    </li>
  );
}

function TakingState({ state, onCancel }: { readonly state: State; readonly onCancel: () => void }) {
  const translate = useWords();
  const language = useLanguage();
  const isTaking = state.kind === 'taking';
  const figures =
    isTaking && state.all !== null ? [state.done, state.all].map((each) => showNumber(each, language)) : null;
  return (
    <div class="take-away-state">
      {isTaking && (
        <>
          <progress
            aria-label={translate('take_away_progress')}
            {...(state.all !== null && state.all > 0 && { value: Math.min(state.done, state.all), max: state.all })}
          />
          <span>{figures === null ? translate('take_away_begins') : translate('take_away_gathering', ...figures)}</span>
          <button type="button" class="action" onClick={onCancel}>
            {translate('take_away_cancel')}
          </button>
        </>
      )}
      <p class="take-away-said" role="status">
        {state.kind === 'saved' && translate('take_away_saved', state.name)}
        {state.kind !== 'saved' &&
          state.kind !== 'taking' &&
          state.kind !== 'idle' &&
          translate(`take_away_${state.kind}`)}
      </p>
    </div>
  );
}
