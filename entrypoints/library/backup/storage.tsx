import { Part } from '../../../components/accounts/part.tsx';
import { showNumber } from '../../../components/dates.ts';
import { useLanguage, useWords } from '../../../components/words.ts';
import type { KeptIn, OwnState, Repairs } from '../../../core/protocol/own.ts';

/** The room that the browser gives, in bytes; null where it does not say. */
export interface RoomState {
  readonly isKept: boolean;
  readonly used: number | null;
  readonly given: number | null;
}

interface Props {
  /** Null where what the reader wrote cannot be read. */
  readonly own: OwnState | null;
  /** Null as long as it is not known. */
  readonly room: RoomState | null;
  /** Whether the browser was asked to keep it, and did not agree. */
  readonly wasRefused: boolean;
  readonly onKeep: () => void;
  readonly onSeen: () => void;
}

const MEGABYTE = 1_000_000;
const GIGABYTE = 1_000_000_000;

/** How what the reader wrote is kept: how safely, how much room it takes, and what was mended. */
export function Storage({ own, room, wasRefused, onKeep, onSeen }: Props) {
  const translate = useWords();
  const language = useLanguage();
  return (
    <Part id="backup-storage" title={translate('backup_storage')} about={translate('backup_storage_about')}>
      {own === null ? (
        <p class="accounts-row about accounts-trouble">{translate('backup_not_described')}</p>
      ) : (
        <div class="accounts-row backup-rows">
          <p class="paragraph">
            {translate('backup_written', showNumber(own.notes, language), showNumber(own.followUps, language))}
          </p>
          {own.newer > 0 && (
            <p class="paragraph">{translate('backup_written_newer', showNumber(own.newer, language))}</p>
          )}
          <Failures {...own.keptIn} />
          <Mended repairs={own.repairs} onSeen={onSeen} />
        </div>
      )}
      {room !== null && (
        <div class="accounts-row backup-rows">
          <p class="paragraph">{translate(room.isKept ? 'backup_safe' : 'backup_unsafe')}</p>
          {!room.isKept && (
            <div class="accounts-buttons">
              <button type="button" class="button" onClick={onKeep}>
                {translate('backup_persist')}
              </button>
            </div>
          )}
          <div role="status">
            {wasRefused && !room.isKept && <p class="about">{translate('backup_persist_refused')}</p>}
          </div>
          {room.used !== null && room.given !== null && (
            <p class="about">
              {translate('backup_used', showSize(room.used, language), showSize(room.given, language))}
            </p>
          )}
        </div>
      )}
    </Part>
  );
}

/** That one of the two copies is not written, and why. */
export function Failures({ database, journal }: KeptIn) {
  const translate = useWords();
  return (
    <>
      {database !== null && (
        <p class="about accounts-trouble">
          {translate('backup_database_fails')} {translate(`backup_fails_${database}`)}
        </p>
      )}
      {journal !== null && (
        <p class="about accounts-trouble">
          {translate('backup_journal_fails')} {translate(`backup_fails_${journal}`)}
        </p>
      )}
    </>
  );
}

/** What was found wrong and mended, until its reader has seen it. */
export function Mended({ repairs, onSeen }: { readonly repairs: Repairs; readonly onSeen: () => void }) {
  const translate = useWords();
  const language = useLanguage();
  const { inDatabase, inJournal, damaged, lost } = repairs;
  const said = [
    ['backup_repaired_database', inDatabase],
    ['backup_repaired_journal', inJournal],
    ['backup_damaged', damaged],
    ['backup_lost', lost],
  ] as const;
  const found = said.filter(([, count]) => count > 0);
  if (found.length === 0) return null;
  return (
    <div class="backup-rows">
      {found.map(([key, count]) => (
        <p key={key} class="paragraph">
          {translate(key, showNumber(count, language))}
        </p>
      ))}
      <div class="accounts-buttons">
        <button type="button" class="button accounts-small" onClick={onSeen}>
          {translate('backup_seen')}
        </button>
      </div>
    </div>
  );
}

function showSize(bytes: number, language: string | undefined): string {
  const [unit, size] = bytes < GIGABYTE ? ['megabyte', MEGABYTE] : ['gigabyte', GIGABYTE];
  const form = new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 1 });
  return form.format(bytes / size);
}
