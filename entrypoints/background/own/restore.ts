import type { BackedUpAccount, BackedUpPost, BackupItems, Section } from '../../../core/backup/format.ts';
import { outcomeOfAccount } from '../../../core/backup/merge-account.ts';
import { mergeOwn } from '../../../core/backup/merge-own.ts';
import { mergeSearches } from '../../../core/backup/merge-searches.ts';
import { countChangedSettings, mergeSettings } from '../../../core/backup/merge-settings.ts';
import { type PlannedFeed, planOwn, type RestorePlan } from '../../../core/backup/plan.ts';
import { parseFeed } from '../../../core/link/parse-feed.ts';
import { type KeptRow, MOST_KEPT } from '../../../core/linked-by/kept-feed.ts';
import type { Did } from '../../../core/model/ids.ts';
import { joinTwins } from '../../../core/own/join-twins.ts';
import type { SectionItems } from '../../../core/protocol/backup.ts';
import type { BackupDoors } from './doors.ts';
import type { Pending } from './pending-database.ts';

type Restore = Extract<Pending, { readonly kind: 'restore' }>;

/** What would become of what was taken in. */
export async function planRestore(doors: BackupDoors): Promise<RestorePlan> {
  const { own, feeds, kept, settings, searches } = doors;
  const [records, rows, texts] = await Promise.all([own.readAll(), feeds.readAccounts(), feeds.readTexts()]);
  const taken = await readSmall(doors);
  const known = await searches.read();
  const [from] = taken.settings;
  const accounts: PlannedFeed[] = taken.accounts.map((account) => ({
    outcome: outcomeOfAccount(rows.find(({ did }) => did === account.did) ?? null, account),
    handle: account.profile.handle,
    posts: taken.posts.get(account.did) ?? 0,
  }));
  const pages = taken.texts.flatMap(({ text }): PlannedFeed[] => {
    const read = parseFeed(text);
    if (!read.ok) return [];
    const { id, profile, posts } = read.value;
    const outcome = texts.some(({ feed }) => feed === id) ? 'left' : 'added';
    return [{ outcome, handle: profile.handle, posts: posts.length }];
  });
  return {
    ...planOwn(new Map(records.map((record) => [record.id, record])), taken.own),
    settings: from === undefined ? 0 : countChangedSettings(await settings.read(), from),
    searches: mergeSearches(known, taken.searches).length - known.length,
    accounts,
    texts: pages,
    ...planKept(await kept.readAll(), taken.kept),
  };
}

/**
 * Merges all that was taken in with what is here. Each step leaves what it has done already as it is, so that it is begun
 * anew where it was cut off; accounts come last, when all of their posts are stored.
 */
export async function restore({ bringsBack, hasFeeds }: Restore, doors: BackupDoors): Promise<void> {
  const { own, feeds, kept, settings, searches } = doors;
  const taken = await readSmall(doors);
  const [from] = taken.settings;
  await inSteps([
    () =>
      own.change((of, writing) =>
        taken.own.flatMap((record) => mergeOwn(of(record.id), record, { bringsBack, writing }).record ?? []),
      ),
    async () => {
      const ids = (await own.readAll()).map(({ id }) => id);
      await own.change((of, writing) =>
        joinTwins(
          ids.flatMap((id) => of(id) ?? []),
          writing,
        ),
      );
    },
    async () => from && settings.change((latest) => mergeSettings(latest, from)),
    () => searches.change((latest) => mergeSearches(latest, taken.searches)),
    () => kept.putAll(taken.kept),
    async () => {
      for (const { text } of taken.texts) await feeds.putText(text);
    },
    async () => {
      const wanted = await accountsToRestore(taken.accounts, doors);
      for await (const { section, items } of doors.pending.readParts())
        if (section === 'posts') await feeds.putPosts(items.filter(({ did }) => wanted.has(did)));
      for (const account of wanted.values()) await feeds.putAccount(account, hasFeeds);
    },
  ]);
}

/** One after another; what one fails with keeps none of the others from being done. Rejects with what failed first. */
async function inSteps(steps: readonly (() => Promise<unknown>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const step of steps) await step().catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}

async function accountsToRestore(
  accounts: readonly BackedUpAccount[],
  { feeds }: Pick<BackupDoors, 'feeds'>,
): Promise<ReadonlyMap<Did, BackedUpAccount>> {
  const rows = await feeds.readAccounts();
  const wanted = accounts.filter(
    (account) => outcomeOfAccount(rows.find(({ did }) => did === account.did) ?? null, account) !== 'left',
  );
  return new Map(wanted.map((account) => [account.did, account]));
}

type Small = { readonly [Name in Exclude<Section, 'posts'>]: BackupItems[Name][] } & {
  /** How many there are of each account. */
  readonly posts: ReadonlyMap<Did, number>;
};

/** All but the posts, which may be many. */
async function readSmall({ pending }: Pick<BackupDoors, 'pending'>): Promise<Small> {
  const posts = new Map<Did, number>();
  const taken = { settings: [], searches: [], own: [], accounts: [], texts: [], kept: [], posts };
  for await (const part of pending.readParts()) {
    if (part.section === 'posts') countPosts(posts, part.items);
    else add(taken, part);
  }
  return taken;
}

/** How many come of those that are not here, and how many there is no room for. */
function planKept(here: readonly KeptRow[], from: readonly KeptRow[]): Pick<RestorePlan, 'kept' | 'keptOut'> {
  const known = new Set(here.map(({ uri }) => uri));
  const missing = new Set(from.flatMap(({ uri }) => (known.has(uri) ? [] : [uri]))).size;
  const kept = Math.min(missing, Math.max(0, MOST_KEPT - known.size));
  return { kept, keptOut: missing - kept };
}

function countPosts(counts: Map<Did, number>, posts: readonly BackedUpPost[]): void {
  for (const { did } of posts) counts.set(did, (counts.get(did) ?? 0) + 1);
}

function add(taken: Small, part: Exclude<SectionItems, { readonly section: 'posts' }>): void {
  const items: object[] = taken[part.section];
  for (const item of part.items) items.push(item);
}
