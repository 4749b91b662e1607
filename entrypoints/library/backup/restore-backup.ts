import type { BackupHead, BackupItem, Section } from '../../../core/backup/format.ts';
import type { RestorePlan } from '../../../core/backup/plan.ts';
import { readBackup } from '../../../core/backup/read.ts';
import type { RestoreFault } from '../../../core/backup/state.ts';
import type { BackupRequests, LeftOff, SectionItems } from '../../../core/protocol/backup.ts';
import type { Ask } from '../../../core/protocol/wire.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { createTurns } from './in-turns.ts';
import { insist } from './insist.ts';

type AskRestore = Ask<
  Pick<BackupRequests, 'beginRestore' | 'takeRestorePart' | 'planRestore' | 'applyRestore' | 'dropRestore'>
>;

/** What a background has taken in, and what restoring it would do. */
export interface TakenIn {
  readonly number: number;
  readonly head: BackupHead;
  readonly plan: RestorePlan;
  readonly leftOff: LeftOff;
}

/** Items in one request; records of the reader's own and pages may be long. */
const IN_PART: Readonly<Record<Section, number>> = {
  settings: 1,
  searches: 500,
  own: 50,
  accounts: 200,
  texts: 1,
  posts: 500,
  kept: 500,
};

/**
 * Has a file taken in once all of it was read and is sound; nothing changes by it. Reading it twice keeps what is not sound
 * out of the browser's stores. Never rejects.
 */
export async function takeIn(file: Blob, ask: AskRestore): Promise<Result<TakenIn, RestoreFault>> {
  const read = await readBackup(file, createTurns());
  if (!read.ok) return read;
  const { head } = read.value;
  try {
    const { number, leftOff } = await ask('beginRestore', { hasFeeds: head.hasFeeds });
    const taken = await handOver(file, number, ask);
    const plan = taken.ok ? await ask('planRestore', { number }) : null;
    if (taken.ok && plan !== null) return succeed({ number, head, plan, leftOff });
    return taken.ok ? fail({ kind: 'replaced' }) : taken;
  } catch (error) {
    console.error('IfG Gloss cannot take a backup in:', error);
    return fail({ kind: 'not-stored' });
  }
}

async function handOver(file: Blob, number: number, ask: AskRestore): Promise<Result<null, RestoreFault>> {
  let part: BackupItem[] = [];
  let isTaken = true;
  const rest = createTurns();
  const send = async () => {
    const [first] = part;
    if (first === undefined) return;
    const items = part.map(({ item }) => item);
    part = [];
    isTaken &&= await ask('takeRestorePart', { number, part: { section: first.section, items } as SectionItems });
  };
  const read = await readBackup(file, async (each) => {
    const [first] = part;
    if (first !== undefined && (first.section !== each.section || part.length >= IN_PART[first.section])) await send();
    part.push(each);
    await rest();
  });
  if (!read.ok) return read;
  await send();
  return isTaken ? succeed(null) : fail({ kind: 'replaced' });
}

/** Restores what was taken in; `goes-on` where it is not known to have come to its end. Never rejects. */
export async function restoreTaken(
  number: number,
  bringsBack: boolean,
  ask: AskRestore,
): Promise<'done' | 'goes-on' | 'replaced'> {
  const isRestored = await insist(() => ask('applyRestore', { number, bringsBack }));
  return isRestored === null ? 'goes-on' : isRestored ? 'done' : 'replaced';
}
