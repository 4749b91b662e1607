import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Part } from '../../../components/accounts/part.tsx';
import { showNumber } from '../../../components/dates.ts';
import { useCount, useLanguage, useWords } from '../../../components/words.ts';
import type { RemovalState } from '../../../core/backup/state.ts';
import { keyPart } from '../../../core/message-key.ts';
import { REMOVALS, type Removal } from '../../../core/protocol/backup.ts';
import type { OwnState } from '../../../core/protocol/own.ts';

interface Props {
  readonly own: OwnState | null;
  /** Null where nothing was removed yet. */
  readonly removal: RemovalState | null;
  readonly onRemove: (what: Removal) => void;
  readonly onTakeBack: () => void;
}

/** Removes what the reader wrote, asks once, and gives it back as long as the page is open. */
export function RemoveOwn({ own, removal, onRemove, onTakeBack }: Props) {
  const translate = useWords();
  const language = useLanguage();
  const count = useCount();
  const [asked, setAsked] = useState<Removal | null>(null);
  const [last, setLast] = useState<Removal | null>(null);
  const opener = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (asked === null && last !== null) opener.current?.focus();
  }, [asked, last]);
  const isBusy = removal?.kind === 'removing' || removal?.kind === 'taking-back';
  const ask = (what: Removal) => {
    setLast(what);
    setAsked(what);
  };
  const leave = () => setAsked(null);
  const [notes, followUps] = [own?.notes ?? 0, own?.followUps ?? 0].map((each) => showNumber(each, language)) as [
    string,
    string,
  ];
  const countsOf = (what: Removal) =>
    what === 'note'
      ? [notes]
      : what === 'follow-up'
        ? [count('recommendations', own?.followUps ?? 0)]
        : [notes, followUps];
  return (
    <Part id="backup-remove" title={translate('backup_remove')} about={translate('backup_remove_about')}>
      <div class="accounts-row backup-rows">
        {asked === null ? (
          <div class="accounts-buttons">
            {REMOVALS.map((what) => (
              <button
                key={what}
                ref={what === last ? opener : null}
                type="button"
                class="button accounts-small accounts-harmful"
                aria-disabled={isBusy}
                onClick={() => isBusy || ask(what)}
              >
                {translate(`backup_remove_${keyPart(what)}`)}
              </button>
            ))}
          </div>
        ) : (
          <Question
            question={translate(`backup_ask_${keyPart(asked)}`, ...countsOf(asked))}
            verb={translate(`backup_remove_${keyPart(asked)}`)}
            onLeave={leave}
            onRemove={() => {
              leave();
              onRemove(asked);
            }}
          />
        )}
        <div role="status">
          {removal !== null && asked === null && <Said removal={removal} onTakeBack={onTakeBack} />}
        </div>
      </div>
    </Part>
  );
}

interface QuestionProps {
  readonly question: string;
  readonly verb: string;
  readonly onLeave: () => void;
  readonly onRemove: () => void;
}

/** In place of the buttons that led here; what harms nothing has the focus. */
function Question({ question, verb, onLeave, onRemove }: QuestionProps) {
  const translate = useWords();
  const decline = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => decline.current?.focus(), []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has a look of its own, and there is nothing to fill in.
    <div class="backup-rows" role="group" aria-label={question} onKeyDown={({ key }) => key === 'Escape' && onLeave()}>
      <p class="paragraph">{question}</p>
      <div class="accounts-buttons">
        <button ref={decline} type="button" class="button accounts-small" onClick={onLeave}>
          {translate('backup_cancel')}
        </button>
        <button type="button" class="button accounts-small accounts-harmful" onClick={onRemove}>
          {verb}
        </button>
      </div>
    </div>
  );
}

const SAID = {
  removing: 'backup_removing',
  failed: 'backup_not_removed',
  'goes-on': 'backup_removal_goes_on',
  removed: 'backup_removed',
  'taking-back': 'backup_taking_back',
  'not-back': 'backup_not_taken_back',
  back: 'backup_taken_back',
} as const satisfies Readonly<Record<RemovalState['kind'], string>>;

interface SaidProps {
  readonly removal: RemovalState;
  readonly onTakeBack: () => void;
}

function Said({ removal: { kind, leftOff = null }, onTakeBack }: SaidProps) {
  const translate = useWords();
  const canTakeBack = kind === 'removed' || kind === 'goes-on' || kind === 'not-back';
  const isTrouble = kind === 'failed' || kind === 'not-back';
  return (
    <p class={isTrouble ? 'about accounts-trouble' : 'about'}>
      {translate(SAID[kind])} {leftOff !== null && `${translate(`backup_left_off_${leftOff}`)} `}
      {canTakeBack && (
        <button type="button" class="button accounts-small" onClick={onTakeBack}>
          {translate('backup_take_back')}
        </button>
      )}
    </p>
  );
}
