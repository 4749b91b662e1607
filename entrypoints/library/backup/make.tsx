import { useState } from 'preact/hooks';
import { Part } from '../../../components/accounts/part.tsx';
import { showDay, showNumber } from '../../../components/dates.ts';
import { useLanguage, useWords } from '../../../components/words.ts';
import { REMINDERS, type Reminder } from '../../../core/backup/reminder.ts';
import type { MakingState } from '../../../core/backup/state.ts';
import { localDay } from '../../../core/local-day.ts';
import type { OwnState } from '../../../core/protocol/own.ts';

interface Props {
  readonly own: OwnState | null;
  readonly making: MakingState | null;
  readonly reminder: Reminder;
  readonly onMake: (hasFeeds: boolean) => void;
  readonly onReminder: (reminder: Reminder) => void;
}

/** Makes a backup, and says when the last one was made. */
export function Make({ own, making, reminder, onMake, onReminder }: Props) {
  const translate = useWords();
  const language = useLanguage();
  const [hasFeeds, setHasFeeds] = useState(true);
  const isMaking = making?.kind === 'making';
  return (
    <Part id="backup-make" title={translate('backup_make')} about={translate('backup_make_about')}>
      <div class="accounts-row backup-rows">
        {own !== null && <LastBackup own={own} />}
        <label class="choice">
          <input
            type="checkbox"
            checked={hasFeeds}
            aria-describedby="backup-with-feeds"
            onChange={({ currentTarget }) => setHasFeeds(currentTarget.checked)}
          />
          <span>
            <span class="label">{translate('backup_with_feeds')}</span>
            <span class="about backup-line" id="backup-with-feeds">
              {translate('backup_with_feeds_about')}
            </span>
          </span>
        </label>
        <div class="accounts-buttons">
          <button type="button" class="button accounts-main" aria-disabled={isMaking} onClick={() => onMake(hasFeeds)}>
            {translate(isMaking ? 'backup_making' : 'backup_now')}
          </button>
        </div>
        <div role="status">{making !== null && <Made making={making} />}</div>
      </div>
      <div class="row">
        <label class="label" for="backup-reminder">
          {translate('backup_remind')}
        </label>
        <select
          id="backup-reminder"
          class="accounts-select"
          value={reminder}
          onChange={({ currentTarget }) => onReminder(REMINDERS[currentTarget.selectedIndex] ?? 0)}
        >
          {REMINDERS.map((each) => (
            <option key={each} value={each}>
              {each === 0
                ? translate('backup_remind_never')
                : translate('backup_remind_after', showNumber(each, language))}
            </option>
          ))}
        </select>
      </div>
    </Part>
  );
}

function LastBackup({ own: { backedUpAt, changesSinceBackup } }: { readonly own: OwnState }) {
  const translate = useWords();
  const language = useLanguage();
  const changes = showNumber(changesSinceBackup, language);
  return (
    <p class="paragraph">
      {backedUpAt === null
        ? translate('backup_last_none', changes)
        : translate('backup_last', showDay(localDay(backedUpAt), language), changes)}
    </p>
  );
}

function Made({ making }: { readonly making: MakingState }) {
  const translate = useWords();
  const language = useLanguage();
  switch (making.kind) {
    case 'making':
      return <p class="unseen">{translate('backup_making')}</p>;
    case 'made':
      return (
        <p class="about accounts-done">
          {translate('backup_made', making.name, showNumber(Math.ceil(making.size / 1000), language))}
        </p>
      );
    case 'failed':
      return <p class="about accounts-trouble">{translate('backup_not_made')}</p>;
    case 'too-big':
      return <p class="about accounts-trouble">{translate('backup_made_too_big')}</p>;
  }
}
