import type { Did, PostTime } from '../../../core/model/ids.ts';
import type { Failure } from '../../../core/network/failure.ts';
import type { Purpose } from '../../../core/network/purpose.ts';
import type { Hidden } from '../../../core/protocol/accounts.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { readFeedPage, readPosts } from '../../../core/sources/bluesky/feed-page.ts';
import { readProfile } from '../../../core/sources/bluesky/profile.ts';
import type { AtprotoClient } from '../../../platform/network/bluesky.ts';
import type { AccountRow, Phase, Reading } from './database.ts';
import { GONE_FOR_GOOD, NONE_MISSED, settleMissed } from './missed-posts.ts';
import type { AccountsStore } from './store.ts';

/** What the network is asked with, for a purpose. */
export type Network = (purpose: Purpose) => AtprotoClient;

export interface Doors {
  readonly network: Network;
  readonly store: AccountsStore;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const HOUR = 3_600_000;
/** A post whose day is in the past, or that was deleted, is met only where all of an account is read. */
const SWEPT_EVERY = 30 * 24 * HOUR;
/** Pages in a row with nothing new, after which there is nothing new. */
const KNOWN_PAGES = 2;
/** Pages of one reading, of 100 posts each: more are a circle. */
const MOST_PAGES = 3000;
/** Addresses in one request. */
const MOST_POSTS = 25;

/** The beginning of a reading. */
export function beginReading(purpose: Purpose, now: number): Reading {
  return { phase: 'profile', purpose, startedAt: now, isWhole: false, isStopped: false, ...AT_START, furthest: 0 };
}

/** What is stored becomes the library's; nobody is asked for anything. */
export function linkOnly(now: number): Reading {
  return { ...beginReading('accounts', now), phase: 'link', isStopped: true };
}

const AT_START = { cursor: null, landmark: null, pages: 0, posts: 0, known: 0 } as const;

/** The same reading from its first page on. */
export function beginAgain(reading: Reading): Reading {
  return { ...reading, ...AT_START, furthest: Math.max(reading.furthest, reading.pages) };
}

/**
 * One step of a reading: one request at most, and what came of it stored as a whole. Gives the row as it is then, null
 * where the account or its reading has gone meanwhile; or the failure, after which nothing has changed.
 */
export function readStep(row: AccountRow, reading: Reading, doors: Doors): Promise<Result<AccountRow | null, Failure>> {
  switch (reading.phase) {
    case 'profile':
      return readProfileStep(row, reading, doors);
    case 'newest':
    case 'whole':
      return readPage(row, reading, doors);
    case 'stored':
      return checkStored(row, reading, doors);
    case 'link':
      return Promise.resolve(succeed(row));
  }
}

async function readProfileStep(
  { did }: AccountRow,
  reading: Reading,
  { network, store, now }: Doors,
): Promise<Result<AccountRow | null, Failure>> {
  const answer = await network(reading.purpose).profile(did);
  const hidden = answer.ok ? null : readAbsence(answer.error);
  if (!answer.ok && hidden === null) return answer;
  const read = answer.ok ? readProfile(answer.value) : null;
  if (read !== null && !read.ok) return fail(UNEXPECTED);
  if (read?.ok === true && read.value.did !== did) return fail(UNEXPECTED);
  const why = read?.ok === true ? (read.value.isForSignedInOnly ? 'signed-in-only' : null) : hidden;
  return succeed(
    await store.change(did, (row) => {
      if (!isGoing(row, reading)) return row;
      if (why !== null) return hide(row, reading, why, now());
      const profile = read?.ok === true ? read.value.profile : row.profile;
      const isWhole = isSweepDue(row, now()) || row.hidden !== null;
      return { ...row, profile, hidden: null, reading: { ...reading, isWhole, phase: isWhole ? 'whole' : 'newest' } };
    }),
  );
}

/** Beside a reading of a time to come, as a clock has it that was set back, nothing would be new. */
function isSweepDue({ readAt, sweptAt }: AccountRow, now: number): boolean {
  return sweptAt === null || now - sweptAt >= SWEPT_EVERY || Math.max(sweptAt, readAt ?? 0) > now;
}

/** What is hidden is taken out of the library with the next step. */
function hide(row: AccountRow, reading: Reading, why: Hidden, now: number): AccountRow {
  // A clock that was set back does not put off what is due a day later.
  const since = row.hidden?.why === why ? Math.min(row.hidden.since, now) : now;
  return { ...row, hidden: { why, since }, reading: { ...reading, phase: 'link' } };
}

/** Whether all that came of a hidden account is to be deleted. */
export function isToBePurged({ hidden }: AccountRow, now: number): boolean {
  return hidden?.why === 'signed-in-only' || (hidden?.why === 'gone' && now - hidden.since >= GONE_FOR_GOOD);
}

/** What the network says of an account that is not there: https://atproto.com/specs/account. */
function readAbsence(failure: Failure): Hidden | null {
  if (failure.kind !== 'status' || failure.status !== 400) return null;
  if (failure.error === 'AccountDeactivated') return 'deactivated';
  if (failure.error === 'AccountTakedown' || failure.message === 'Profile not found') return 'gone';
  return null;
}

async function readPage(
  row: AccountRow,
  reading: Reading,
  { network, store }: Doors,
): Promise<Result<AccountRow | null, Failure>> {
  const { did } = row;
  const answer = await network(reading.purpose).authorFeed(did, reading.cursor);
  if (!answer.ok) {
    if (readAbsence(answer.error) !== null) await askForProfile(did, reading, store);
    else if (isRefused(answer.error, row)) await dropCursor(did, reading, store);
    return answer;
  }
  const page = readFeedPage(answer.value);
  if (!page.ok) return fail(UNEXPECTED);
  const { posts, latest, cursor } = page.value;
  // Pages in a circle would never end, and have no end: what comes after them would be taken for gone.
  if (cursor !== null && isCircle(cursor, reading)) {
    await dropCursor(did, reading, store);
    return fail(CIRCLE);
  }
  const known = countKnown(row, reading, latest);
  const isEnd = cursor === null;
  const isDone = isEnd || (reading.phase === 'newest' && known >= KNOWN_PAGES);
  const phase: Phase = isDone ? (reading.phase === 'newest' ? 'stored' : 'link') : reading.phase;
  const pages = reading.pages + 1;
  const landmark = isPowerOfTwo(pages) ? cursor : reading.landmark;
  const read = { pages, posts: reading.posts + posts.length, known, landmark };
  const next: Reading = { ...reading, ...read, phase, cursor: isDone ? null : cursor };
  const isFurther = pages > reading.furthest;
  const change = (latest: AccountRow): AccountRow => ({
    ...latest,
    ...(isFurther ? succeeded : { failure: null }),
    reading: next,
  });
  // Of what was not read whole yet, or not with what is kept now, what comes may be old.
  const areFresh = row.readAt !== null && row.sweptAt !== null;
  return succeed(await store.savePage({ did, startedAt: reading.startedAt, posts, ...NONE_MISSED, areFresh, change }));
}

const succeeded = { failure: null, failures: 0 } as const;

/** With a page, how many in a row hold nothing that came since the last reading. One that holds nothing at all says nothing. */
function countKnown({ readAt }: AccountRow, { known }: Reading, latest: PostTime | null): number {
  if (latest === null) return known;
  return readAt !== null && Date.parse(latest) < readAt ? known + 1 : 0;
}

/**
 * Whether a server does not take a cursor: it answers that this is no request, or, as the AppView does, that it has a fault.
 * That may also be one that passes, and has to come again.
 */
function isRefused(failure: Failure, { failures }: AccountRow): boolean {
  return failure.kind === 'status' && (failure.status === 400 || (failure.status === 500 && failures > 0));
}

/**
 * Whether a cursor leads back. Landmarks are further and further apart, so that a circle of any length comes by one within
 * few rounds (Brent's algorithm); one that has another cursor each time is known by its length.
 */
function isCircle(cursor: string, reading: Reading): boolean {
  return cursor === reading.cursor || cursor === reading.landmark || reading.pages >= MOST_PAGES;
}

export function isPowerOfTwo(count: number): boolean {
  return count > 0 && (count & (count - 1)) === 0;
}

/** A cursor that is not good any more: what it led to is read from the beginning. */
async function dropCursor(did: Did, reading: Reading, store: AccountsStore): Promise<void> {
  await store.change(did, (row) => (isGoing(row, reading) ? { ...row, reading: beginAgain(reading) } : row));
}

/** An account may go while it is read; its profile says how. */
async function askForProfile(did: Did, reading: Reading, store: AccountsStore): Promise<void> {
  await store.change(did, (row) =>
    isGoing(row, reading) && row.reading !== null ? { ...row, reading: { ...row.reading, phase: 'profile' } } : row,
  );
}

/** What an answer leaves out is missed; what has another content is read anew. */
async function checkStored(
  { did }: AccountRow,
  reading: Reading,
  { network, store }: Doors,
): Promise<Result<AccountRow | null, Failure>> {
  const { startedAt } = reading;
  const asked = await store.readUnseen(did, startedAt, MOST_POSTS);
  const isLast = asked.length < MOST_POSTS;
  const change = (row: AccountRow): AccountRow => ({
    ...row,
    ...succeeded,
    reading: { ...reading, phase: isLast ? 'link' : 'stored' },
  });
  if (asked.length === 0)
    return succeed(await store.savePage({ did, startedAt, posts: [], ...NONE_MISSED, areFresh: false, change }));
  const answer = await network(reading.purpose).posts(asked.map(({ uri }) => uri));
  if (!answer.ok) return answer;
  const read = readPosts(answer.value);
  if (!read.ok) return fail(UNEXPECTED);
  const found = new Map(read.value.map((each) => [each.uri, each]));
  const missed = settleMissed(
    asked.filter(({ uri }) => !found.has(uri)),
    startedAt,
  );
  const posts = asked.flatMap(({ uri, post }) => {
    const now = found.get(uri);
    // The answer does not say who reposted it.
    return now === undefined ? [] : [{ ...now, post: { ...now.post, isRepost: post.isRepost } }];
  });
  return succeed(await store.savePage({ did, startedAt, posts, ...missed, areFresh: false, change }));
}

function isGoing(row: AccountRow, { startedAt }: Reading): boolean {
  return row.reading?.startedAt === startedAt && !row.reading.isStopped;
}

/** It is JSON, and not what was asked for. */
export const UNEXPECTED = { kind: 'unreadable', why: 'unexpected', until: null } as const satisfies Failure;
const CIRCLE = { kind: 'unreadable', why: 'circle', until: null } as const satisfies Failure;
