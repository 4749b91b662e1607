import { createListeners } from '../../../components/listeners.ts';
import { type BackupHead, backupName } from '../../../core/backup/format.ts';
import { BackupTooBig } from '../../../core/backup/pack.ts';
import type { MakingState, RemovalState, RestoreState } from '../../../core/backup/state.ts';
import type { BackupRequests, Removal } from '../../../core/protocol/backup.ts';
import type { OwnRequests } from '../../../core/protocol/own.ts';
import type { Ask } from '../../../core/protocol/wire.ts';
import { insist } from './insist.ts';
import { makeBackup, type Wanted, WITHOUT_FEEDS } from './make-backup.ts';
import { restoreTaken, takeIn } from './restore-backup.ts';

interface Doors {
  readonly ask: Ask<BackupRequests & Pick<OwnRequests, 'describeOwn'>>;
  readonly save: (name: string, type: string, file: Blob) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The day where the reader is. */
  readonly today: () => string;
  readonly version: string;
}

export interface FollowedBackups {
  readonly making: () => MakingState | null;
  readonly restoring: () => RestoreState | null;
  readonly removal: () => RemovalState | null;
  make(hasFeeds: boolean): Promise<void>;
  open(file: File): Promise<void>;
  restore(bringsBack: boolean): Promise<void>;
  close(): Promise<void>;
  remove(what: Removal): Promise<void>;
  takeBack(): Promise<void>;
  /** Gives what ends it. */
  listen(listener: () => void): () => void;
}

/** Who waits for what was to go is told soon. */
const REMOVAL_TRIES = 3;
const GZIP = 'application/gzip';
const NONE = () => false;
/** What is held of what is removed: as much as is to come back. */
const HELD: Readonly<Record<Removal, Wanted>> = {
  note: {
    own: ({ kind }) => kind === 'note',
    settings: NONE,
    searches: NONE,
    accounts: NONE,
    texts: NONE,
    posts: NONE,
    kept: NONE,
  },
  'follow-up': {
    own: ({ kind }) => kind === 'follow-up',
    settings: NONE,
    searches: NONE,
    accounts: NONE,
    texts: NONE,
    posts: NONE,
    kept: NONE,
  },
  everything: { settings: NONE },
};

/** Makes and restores backups and removes what the reader wrote, one of each at a time, for as long as the page is open. */
export function followBackups({ ask, save, now, today, version }: Doors): FollowedBackups {
  let making: MakingState | null = null;
  let restoring: RestoreState | null = null;
  let removal: RemovalState | null = null;
  let taken: number | null = null;
  /** What was removed last. */
  let held: Blob | null = null;
  const { tell: show, listen } = createListeners();
  const showMaking = (state: MakingState) => {
    making = state;
    show();
  };
  const showRestoring = (state: RestoreState | null) => {
    restoring = state;
    show();
  };
  const showRemoval = (state: RemovalState) => {
    removal = state;
    show();
  };
  const headOf = (hasFeeds: boolean): BackupHead => ({
    madeAt: new Date(now()).toISOString(),
    madeBy: version,
    hasFeeds,
  });

  return {
    making: () => making,
    restoring: () => restoring,
    removal: () => removal,
    async make(hasFeeds) {
      if (making?.kind === 'making') return;
      showMaking({ kind: 'making' });
      try {
        const { changesSinceBackup: changes } = await ask('describeOwn', {});
        const file = await makeBackup(ask, headOf(hasFeeds), hasFeeds ? {} : WITHOUT_FEEDS);
        const name = backupName(today());
        save(name, GZIP, file);
        await ask('noteBackup', { changes });
        showMaking({ kind: 'made', name, size: file.size });
      } catch (error) {
        console.error('IfG Gloss cannot make a backup:', error);
        showMaking({ kind: error instanceof BackupTooBig ? 'too-big' : 'failed' });
      }
    },
    async open(file) {
      if (restoring?.kind === 'reading' || restoring?.kind === 'restoring') return;
      const { name } = file;
      showRestoring({ kind: 'reading', name });
      const found = await takeIn(file, ask);
      if (!found.ok) return showRestoring({ kind: 'failed', name, fault: found.error });
      taken = found.value.number;
      showRestoring({ kind: 'planned', name, ...found.value });
    },
    async restore(bringsBack) {
      if (restoring?.kind !== 'planned' || taken === null) return;
      const { name, plan } = restoring;
      showRestoring({ kind: 'restoring', name });
      const outcome = await restoreTaken(taken, bringsBack, ask);
      if (outcome === 'replaced') showRestoring({ kind: 'failed', name, fault: { kind: 'replaced' } });
      else if (outcome === 'goes-on') showRestoring({ kind: outcome, name });
      else {
        const leftDeleted = bringsBack ? 0 : plan.counts['removed-here'];
        showRestoring({ kind: outcome, name, keptOut: plan.keptOut, leftDeleted });
      }
    },
    async close() {
      const number = taken;
      taken = null;
      showRestoring(null);
      if (number !== null) await ask('dropRestore', { number }).catch(() => null);
    },
    async remove(what) {
      if (removal?.kind === 'removing' || removal?.kind === 'taking-back') return;
      showRemoval({ what, kind: 'removing' });
      const until = now();
      const copy = await makeBackup(ask, headOf(true), HELD[what]).catch(() => null);
      if (copy === null) return showRemoval({ what, kind: 'failed' });
      held = copy;
      const done = await insist(async () => {
        const leftOff = await ask('removeOwn', { what, until });
        return { kind: 'removed', leftOff } as const;
      }, REMOVAL_TRIES);
      // All of one kind goes with one write; what takes several goes on by itself.
      showRemoval({ what, ...(done ?? { kind: what === 'everything' ? 'goes-on' : 'failed' }) });
    },
    async takeBack() {
      if (removal === null || held === null || removal.kind === 'taking-back') return;
      const { what } = removal;
      showRemoval({ what, kind: 'taking-back' });
      const found = await takeIn(held, ask);
      const outcome = found.ok ? await restoreTaken(found.value.number, true, ask) : 'goes-on';
      if (outcome === 'done') held = null;
      showRemoval({ what, kind: outcome === 'done' ? 'back' : 'not-back' });
    },
    listen,
  };
}
