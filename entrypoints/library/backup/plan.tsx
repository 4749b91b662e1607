import { useEffect, useRef, useState } from 'preact/hooks';
import { showDay, showNumber } from '../../../components/dates.ts';
import { useLanguage, useWords } from '../../../components/words.ts';
import type { BackupHead } from '../../../core/backup/format.ts';
import type { OwnOutcome } from '../../../core/backup/merge-own.ts';
import { MOST_LISTED, type PlannedRecord, type RestorePlan } from '../../../core/backup/plan.ts';
import { localDay } from '../../../core/local-day.ts';
import { keyPart } from '../../../core/message-key.ts';
import type { LeftOff } from '../../../core/protocol/backup.ts';
import { KeptOut } from './kept-out.tsx';

interface Props {
  readonly name: string;
  readonly head: BackupHead;
  readonly plan: RestorePlan;
  readonly leftOff: LeftOff;
  readonly onRestore: (bringsBack: boolean) => void;
  readonly onClose: () => void;
}

const OUTCOMES = [
  'added',
  'changed',
  'kept-twice',
  'removed',
  'removed-here',
  'left',
  'left-newer',
] as const satisfies readonly OwnOutcome[];

/** What restoring a backup would do, before it is done. */
export function Plan({ name, head, plan, leftOff, onRestore, onClose }: Props) {
  const translate = useWords();
  const language = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  // Who restores a backup of what they have deleted, and of nothing else, wants it back.
  const [bringsBack, setBringsBack] = useState(plan.counts['removed-here'] > 0 && bringsNothingElse(plan));
  useEffect(() => heading.current?.focus(), []);
  const { counts, records } = plan;
  const lines = [
    ...OUTCOMES.map((each) => [translate(`backup_outcome_${keyPart(each)}`), counts[each]] as const),
    [translate('backup_settings'), plan.settings] as const,
    [translate('backup_searches'), plan.searches] as const,
    [translate('backup_kept'), plan.kept] as const,
  ].filter(([, count]) => count > 0);
  return (
    <div class="accounts-row backup-rows">
      <h3 class="label" ref={heading} tabIndex={-1}>
        {translate('backup_plan', name)}
      </h3>
      <p class="about">
        {translate('backup_plan_made', showDay(localDay(Date.parse(head.madeAt)), language), head.madeBy)}
      </p>
      {leftOff !== null && <p class="paragraph">{translate(`backup_left_off_${leftOff}`)}</p>}
      {changesNothing(plan) && <p class="paragraph">{translate('backup_plan_nothing')}</p>}
      <dl class="backup-counts">
        {lines.map(([label, count]) => (
          <div key={label} class="backup-count">
            <dt>{label}</dt>
            <dd class="backup-figure">{showNumber(count, language)}</dd>
          </div>
        ))}
      </dl>
      <KeptOut class="paragraph" count={plan.keptOut} />
      <Feeds plan={plan} />
      {records.length > 0 && <Records records={records} />}
      {counts['removed-here'] > 0 && (
        <label class="choice">
          <input
            type="checkbox"
            checked={bringsBack}
            onChange={({ currentTarget }) => setBringsBack(currentTarget.checked)}
          />
          {translate('backup_bring_back')}
        </label>
      )}
      <div class="accounts-buttons">
        <button type="button" class="button accounts-main" onClick={() => onRestore(bringsBack)}>
          {translate('backup_do')}
        </button>
        <button type="button" class="button" onClick={onClose}>
          {translate('backup_cancel')}
        </button>
      </div>
    </div>
  );
}

function changesNothing(plan: RestorePlan): boolean {
  return bringsNothingElse(plan) && plan.counts['removed-here'] === 0;
}

/** Beside what was deleted here since. */
function bringsNothingElse({ counts, settings, searches, accounts, texts, kept }: RestorePlan): boolean {
  const feeds = [...accounts, ...texts].filter(({ outcome }) => outcome !== 'left').length;
  const own = counts.added + counts.changed + counts['kept-twice'] + counts.removed;
  return own + settings + searches + feeds + kept === 0;
}

function Feeds({ plan: { accounts, texts } }: Pick<Props, 'plan'>) {
  const translate = useWords();
  const language = useLanguage();
  if (accounts.length + texts.length === 0) return null;
  return (
    <ul class="backup-list">
      {accounts.map(({ outcome, handle, posts }) => (
        <li key={handle}>{translate(`backup_account_${outcome}`, `@${handle}`, showNumber(posts, language))}</li>
      ))}
      {texts.map(({ outcome, handle }) => (
        <li key={handle}>{translate(outcome === 'left' ? 'backup_page_left' : 'backup_page_added', `@${handle}`)}</li>
      ))}
    </ul>
  );
}

function Records({ records }: { readonly records: readonly PlannedRecord[] }) {
  const translate = useWords();
  const language = useLanguage();
  return (
    <details>
      <summary class="backup-summary">{translate('backup_each')}</summary>
      <ul class="backup-list">
        {records.map(({ outcome, kind, about, text }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes.
          <li key={place}>
            <span class="label">{translate(`backup_outcome_${keyPart(outcome)}`)}</span>
            {' · '}
            {translate(`backup_kind_${keyPart(kind)}`)}
            <q class="backup-line quiet">{about}</q>
            {text !== '' && <span class="backup-line">{text}</span>}
          </li>
        ))}
      </ul>
      {records.length === MOST_LISTED && (
        <p class="about">{translate('backup_first_of', showNumber(MOST_LISTED, language))}</p>
      )}
    </details>
  );
}
