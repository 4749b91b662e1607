import { expect, test, vi } from 'vitest';
import type { AccountRequests } from '../../../core/protocol/accounts.ts';
import type { Ask } from '../../../core/protocol/wire.ts';
import { fail, succeed } from '../../../core/result.ts';
import type { FetchedPost } from '../../../core/sources/fetched-post.ts';
import type { ImportState } from '../../../core/sources/import-state.ts';
import { createFileReader } from '../../../entrypoints/import/file-reader.ts';
import { importFile, type ReaderWorker } from '../../../entrypoints/import/import-file.ts';
import type { FromReader, ToReader } from '../../../entrypoints/import/messages.ts';
import { JO, recordOf, uriOf, viewOf } from '../../core/sources/bluesky/answers.ts';
import { keyOf, makeCar, manyRecords } from '../../core/sources/car/made-car.ts';

const car = makeCar(manyRecords(1_200));
const NUMBER = 7;

test('posts go to the background in parts, one at a time, and count at the end', async () => {
  const background = createBackground();
  const { states, outcome } = run(car, background);
  expect(await outcome).toEqual({ kind: 'done', name: 'repo.car', posts: 1_200, leftOut: 0 });
  expect(background.asked.map(([name]) => name)).toEqual([
    'readAccounts',
    'beginImport',
    ...Array(3).fill('importPosts'),
    'endImport',
  ]);
  expect(background.asked[1]?.[1]).toMatchObject({ did: JO, keep: 'reports', isWhole: true });
  expect(background.posts.map(({ length }) => length)).toEqual([500, 500, 200]);
  expect(new Set(background.posts.flat().map(({ uri }) => uri))).toEqual(
    new Set(Array.from({ length: 1_200 }, (_, index) => uriOf(keyOf(index)))),
  );
  expect(background.most).toBe(1);
  expect(states[0]).toEqual({ kind: 'reading', name: 'repo.car', bytes: 0, total: car.length, posts: 0 });
  expect(states).toContainEqual({
    kind: 'reading',
    name: 'repo.car',
    bytes: car.length,
    total: car.length,
    posts: 1_200,
  });
  expect(states.filter(({ kind }) => kind === 'storing')).toEqual(
    [0, 500, 1_000, 1_200].map((posts) => ({ kind: 'storing', name: 'repo.car', posts, of: 1_200 })),
  );
});

test('what cannot be read is counted', async () => {
  const unread = {
    [`app.bsky.feed.post/${keyOf(5)}`]: recordOf({ text: 5 }),
    [`app.bsky.feed.post/${keyOf(6)}`]: { $type: 'app.bsky.feed.like' },
  };
  expect(await run(makeCar({ ...manyRecords(10), ...unread }), createBackground()).outcome).toEqual({
    kind: 'done',
    name: 'repo.car',
    posts: 8,
    leftOut: 2,
  });
});

test('of an account that is added as much is kept as before', async () => {
  const background = createBackground({ readAccounts: () => ({ accounts: [{ did: JO, keep: 'all' }] }) });
  await run(car, background).outcome;
  expect(background.asked).toContainEqual(['beginImport', expect.objectContaining({ keep: 'all' })]);
});

test('of a file that is not sound the background hears nothing', async () => {
  const background = createBackground();
  const damaged = car.with(car.length - 1, 0);
  expect(await run(damaged, background).outcome).toMatchObject({ kind: 'failed', fault: { kind: 'damaged' } });
  expect(background.asked).toEqual([]);
});

test('a text is for the background to read, which says where it is none', async () => {
  const text = new TextEncoder().encode('A page');
  const taken = createBackground();
  expect(await run(text, taken).outcome).toEqual({ kind: 'done', name: 'repo.car', posts: null, leftOut: 0 });
  expect(taken.asked).toEqual([['importText', { text: 'A page' }]]);
  const fault = { line: 3, column: 2, expected: 'a post', found: 'x' };
  for (const [found, kind] of [
    ['x', 'unexpected'],
    ['', 'cut'],
  ] as const) {
    const background = createBackground({ importText: () => fail({ ...fault, found }) });
    expect(await run(text, background).outcome).toMatchObject({
      fault: { kind, place: { kind: 'line', line: 3, column: 2 } },
    });
  }
});

test.each([
  ['not-stored', 'not-stored'],
  ['signed-in-only', 'signed-in-only'],
  ['not-found', 'failed'],
])('where the background refuses it as %s, that is the fault', async (refusal, kind) => {
  const refuse = () => fail({ kind: refusal });
  expect(await run(car, createBackground({ beginImport: refuse })).outcome).toMatchObject({ fault: { kind } });
  expect(await run(new TextEncoder().encode('x'), createBackground({ importText: refuse })).outcome).toMatchObject({
    fault: { kind },
  });
});

test.each(['importPosts', 'endImport'] as const)('where %s fails nothing stays', async (name) => {
  for (const answer of [() => fail({ kind: 'not-stored' }), () => Promise.reject(new Error('gone'))]) {
    const background = createBackground({ [name]: answer });
    expect(await run(car, background).outcome).toMatchObject({ kind: 'failed' });
    expect(background.asked.at(-1)).toEqual(['cancelImport', { number: NUMBER }]);
  }
});

test('what was taken in is done, also where the background could not say so', async () => {
  const endImport = () => Promise.reject(new Error('gone'));
  const background = createBackground({ endImport, cancelImport: () => ({ isEnded: true }) });
  expect(await run(car, background).outcome).toEqual({ kind: 'done', name: 'repo.car', posts: 1_200, leftOut: 0 });
});

test('a worker that cannot start, or ends, is a failure; what had begun is given up', async () => {
  for (const before of [0, 2]) {
    const background = createBackground();
    const { worker, outcome } = run(car, background, before);
    await vi.waitFor(() => expect(worker.asked).toBe(before + 1));
    worker.fail();
    expect(await outcome).toMatchObject({ kind: 'failed', fault: { kind: 'failed' } });
    expect(worker.isEnded).toBe(true);
    expect(background.asked.at(-1)?.[0]).toBe(before === 0 ? undefined : 'cancelImport');
  }
});

test.each([0, 1, 2, 3])(
  'cancelled after %i answers of the worker, nothing stays and nothing more is shown',
  async (before) => {
    const background = createBackground();
    const { worker, states, cancel } = run(car, background, before);
    await vi.waitFor(() => expect(worker.asked).toBe(before + 1));
    const shown = states.length;
    cancel();
    await settle();
    expect(worker.isEnded).toBe(true);
    expect(states.length).toBe(shown);
    expect(background.asked.filter(([name]) => name === 'cancelImport')).toHaveLength(before === 0 ? 0 : 1);
    expect(background.asked.some(([name]) => name === 'endImport')).toBe(false);
  },
);

test.each(['readAccounts', 'beginImport', 'importPosts'] as const)(
  'cancelled while %s is answered, nothing stays',
  async (name) => {
    const answer = Promise.withResolvers<unknown>();
    const background = createBackground({ [name]: () => answer.promise });
    const { states, cancel } = run(car, background);
    await vi.waitFor(() => expect(background.asked.at(-1)?.[0]).toBe(name));
    cancel();
    answer.resolve(name === 'readAccounts' ? { accounts: [] } : succeed(name === 'beginImport' ? NUMBER : null));
    await vi.waitFor(() => expect(background.asked.at(-1)).toEqual(['cancelImport', { number: NUMBER }]));
    await settle();
    expect(background.asked.at(-1)?.[0]).toBe('cancelImport');
    expect(states.at(-1)?.kind).not.toBe('done');
  },
);

test('the next part is read while the background takes one in, and no other', async () => {
  const answer = Promise.withResolvers<unknown>();
  const background = createBackground({ importPosts: () => answer.promise });
  const { worker, outcome } = run(car, background);
  await vi.waitFor(() => expect(background.asked.at(-1)?.[0]).toBe('importPosts'));
  await settle();
  // The file, and two parts.
  expect(worker.asked).toBe(3);
  answer.resolve(succeed(null));
  expect(await outcome).toMatchObject({ kind: 'done' });
});

test('cancelled while the last part is taken in, when it is known that none follows, nothing stays', async () => {
  const answer = Promise.withResolvers<unknown>();
  const background = createBackground({
    importPosts: ({ posts }: { readonly posts: readonly FetchedPost[] }) =>
      posts.length < 500 ? answer.promise : succeed(null),
  });
  const { worker, cancel } = run(car, background);
  await vi.waitFor(() => expect(worker.asked).toBe(5));
  await settle();
  cancel();
  answer.resolve(succeed(null));
  await vi.waitFor(() => expect(background.asked.at(-1)).toEqual(['cancelImport', { number: NUMBER }]));
  expect(background.asked.some(([name]) => name === 'endImport')).toBe(false);
});

test('what is cancelled when all was handed over is done', async () => {
  const answer = Promise.withResolvers<unknown>();
  const background = createBackground({ endImport: () => answer.promise });
  const { cancel, outcome } = run(car, background);
  await vi.waitFor(() => expect(background.asked.at(-1)?.[0]).toBe('endImport'));
  cancel();
  answer.resolve(succeed(null));
  expect(await outcome).toMatchObject({ kind: 'done' });
});

test('a reader tells of each megabyte, and of what it cannot do', async () => {
  const told: FromReader[] = [];
  const read = createFileReader((message) => told.push(message));
  const feed = JSON.stringify([{ post: viewOf('1') }]);
  await read(new Blob(['{"feed":', ...Array(35).fill(' '.repeat(100_000)), feed, '}']));
  expect(told.filter(({ kind }) => kind === 'progress').length).toBe(4);
  expect(told.at(-1)).toMatchObject({ kind: 'account', count: 1 });
  await read('more');
  expect(told.at(-1)).toMatchObject({ kind: 'posts', posts: [{ uri: uriOf('1') }] });
  await read('more');
  expect(told.at(-1)).toEqual({ kind: 'posts', posts: [] });
  await read({} as Blob);
  expect(told.at(-1)).toMatchObject({ kind: 'fault' });
});

type Answer = (request: never) => unknown;

/** Answers as the background does where nothing fails, and keeps what it was asked. */
function createBackground(answers: Readonly<Record<string, Answer>> = {}) {
  const asked: [string, unknown][] = [];
  const posts: (readonly FetchedPost[])[] = [];
  const all: Readonly<Record<string, Answer>> = {
    readAccounts: () => ({ accounts: [] }),
    beginImport: () => succeed(NUMBER),
    cancelImport: () => ({ isEnded: false }),
    importPosts: (request: { readonly posts: readonly FetchedPost[] }) => {
      posts.push(request.posts);
      return succeed(null);
    },
    ...answers,
  };
  const state = { asked, posts, most: 0, open: 0 };
  const ask = async (name: string, request: unknown) => {
    asked.push([name, request]);
    state.open += 1;
    state.most = Math.max(state.most, state.open);
    await settle(1);
    const answer = await (all[name] ?? (() => succeed(null)))(request as never);
    state.open -= 1;
    return answer;
  };
  return Object.assign(state, { ask: ask as Ask<AccountRequests> });
}

/** Imports a file with a worker that answers so many questions and no more. */
function run(bytes: Uint8Array, { ask }: ReturnType<typeof createBackground>, answers = Number.POSITIVE_INFINITY) {
  const worker = createWorker(answers);
  const states: ImportState[] = [];
  const { promise: outcome, resolve } = Promise.withResolvers<ImportState>();
  const onState = (state: ImportState) => {
    states.push(state);
    if (state.kind === 'done' || state.kind === 'failed') resolve(state);
  };
  const file = new File([bytes as BlobPart], 'repo.car');
  return { worker, states, outcome, ...importFile(file, { ask, onState, createWorker: () => worker }) };
}

function createWorker(answers: number) {
  let hear: (event: { readonly data: FromReader }) => void = () => undefined;
  const read = createFileReader((data) => {
    if (!worker.isEnded) hear({ data: structuredClone(data) });
  });
  const worker = {
    asked: 0,
    isEnded: false,
    fail: (): void => undefined,
    postMessage(message: ToReader) {
      worker.asked += 1;
      if (worker.asked <= answers) void read(message);
    },
    addEventListener(type: 'message' | 'error', listener: never) {
      if (type === 'message') hear = listener;
      else worker.fail = listener;
    },
    terminate() {
      worker.isEnded = true;
    },
  };
  return worker satisfies ReaderWorker;
}

function settle(milliseconds = 20): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
