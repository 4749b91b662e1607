import type { Schedule } from '../../core/protocol/accounts.ts';
import { useWords } from '../words.ts';
import { useInstant } from './instants.ts';

const SCHEDULES: readonly Schedule[] = ['never', 'daily', 'weekly', 'opening'];

interface Props {
  readonly schedule: Schedule;
  readonly dueAt: number | null;
  /** Whether the reader lets feeds be brought up to date. */
  readonly isOn: boolean;
  readonly now: number;
  readonly onSchedule: (schedule: Schedule) => void;
}

/** How often feeds are brought up to date by themselves, and when next. */
export function ScheduleChoice({ schedule, dueAt, isOn, now, onSchedule }: Props) {
  const translate = useWords();
  const instant = useInstant(now);
  const due = () => {
    if (schedule === 'never') return translate('schedule_by_hand');
    if (!isOn) return translate('schedule_off');
    if (schedule === 'opening') return translate('schedule_at_opening');
    return dueAt === null || dueAt <= now ? translate('schedule_soon') : translate('schedule_next', instant(dueAt));
  };
  return (
    <div class="accounts-schedule">
      <p class="paragraph">
        <label class="label" for="accounts-schedule">
          {translate('schedule_label')}
        </label>{' '}
        <select
          id="accounts-schedule"
          class="accounts-select"
          aria-describedby="accounts-due"
          value={schedule}
          onChange={(event) => onSchedule(scheduleOf(event.currentTarget.value))}
        >
          {SCHEDULES.map((each) => (
            <option key={each} value={each}>
              {translate(`schedule_${each}`)}
            </option>
          ))}
        </select>
      </p>
      <p id="accounts-due" class="about">
        {due()}
      </p>
    </div>
  );
}

function scheduleOf(value: string): Schedule {
  return SCHEDULES.find((each) => each === value) ?? 'never';
}
