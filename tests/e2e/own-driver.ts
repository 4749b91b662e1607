import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Feed } from '../../core/model/feed.ts';
import type { PostSubject, RecommendationSubject } from '../../core/model/own.ts';
import { subjectOfPost, subjectOfRecommendation } from '../../core/own/subjects.ts';
import type { BackgroundRequests } from '../../core/protocol/background-requests.ts';
import type { AnswerOf, RequestOf } from '../../core/protocol/wire.ts';
import { readRecord } from '../../core/sources/bluesky/record.ts';
import type { FetchedPost } from '../../core/sources/fetched-post.ts';
import type { BrowserName } from '../../scripts/browsers/find.ts';
import { startBrowser } from '../../scripts/browsers/launch.ts';
import { serveSite } from '../../scripts/site/serve.ts';
import { copyExtension, SEAM_PAGE } from '../bench/extension-copy.ts';
import { generateFeed } from '../bench/generated-feed.ts';
import { killBrowser } from './kill-browser.ts';
import { stopBackground, untilRegistered } from './stop-background.ts';

/** What the extension's own pages are given by the browser. */
export interface Api {
  readonly runtime: { sendMessage(message: unknown): Promise<unknown> };
  readonly storage: {
    readonly local: {
      get(keys: null): Promise<Record<string, unknown>>;
      set(items: object): Promise<void>;
      remove(keys: readonly string[]): Promise<void>;
    };
  };
}

/** A browser with a copy of the extension, whose bundled index may become another, and one of the extension's pages. */
export interface OwnDriver {
  /** The one that is open; an update of the extension closes it, and so does the end of the browser. */
  page(): Page;
  /** Asks the background as pages do: once more where it was stopped meanwhile. */
  ask<Name extends keyof BackgroundRequests>(
    name: Name,
    request: RequestOf<BackgroundRequests, Name>,
  ): Promise<Awaited<AnswerOf<BackgroundRequests, Name>>>;
  /** Asks it once, which leaves it stopped where it was. */
  readonly askOnce: OwnDriver['ask'];
  /** Stops the background; the next question wakes another. */
  stop(): Promise<void>;
  /** Ends the browser as a crash does, and starts it with the same profile. */
  crash(): Promise<void>;
  /** Updates the extension to a version with another bundled index. */
  update(): Promise<void>;
  close(): Promise<void>;
}

const DID = 'did:plc:ownwriter234567abcdefghij';
const POSTS = 300;
const bundled = generateFeed(POSTS, 1).feed;
const next: Feed = { ...generateFeed(POSTS, 3).feed, id: bundled.id };

/** Posts and a recommendation of the bundled index; the next one has none of them. */
export const BUNDLED_POSTS: readonly PostSubject[] = bundled.posts.slice(0, 3).map((post) => subjectOfPost(post, null));
export const RECOMMENDATION: RecommendationSubject = subjectOfFirst(bundled);

function subjectOfFirst({ recommendations: [first] }: Feed): RecommendationSubject {
  if (first === undefined) throw new Error('nothing is recommended');
  return subjectOfRecommendation(first, null);
}

export async function startOwnDriver(name: BrowserName): Promise<OwnDriver> {
  const making = mkdtemp(join(tmpdir(), 'ifg-gloss-profile-'));
  const [copy, site, profile] = await Promise.all([copyExtension(), serveSite(() => null), making]);
  await copy.bundle([bundled]);
  const start = async () => {
    const browser = await startBrowser(name, site.port, { withExtension: false, built: copy.built, profile });
    await browser.install();
    return browser;
  };
  let started = await start();
  let page = await started.openExtensionPage(SEAM_PAGE);
  let isNext = false;
  return {
    page: () => page,
    ask: (asked, request) => page.evaluate(askInPage, { name: asked, request, times: 2 }) as Promise<never>,
    askOnce: (asked, request) => page.evaluate(askInPage, { name: asked, request, times: 1 }) as Promise<never>,
    stop: () => stopBackground(started),
    async crash() {
      await killBrowser(started, profile);
      started = await start();
      page = await started.openExtensionPage(SEAM_PAGE);
    },
    async update() {
      isNext = !isNext;
      await copy.bundle([isNext ? next : bundled]);
      await started.install();
      page = await started.openExtensionPage(SEAM_PAGE);
      await untilRegistered(page);
    },
    async close() {
      await started.browser.close();
      site.close();
      await copy.remove();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

/** Runs in the page. */
async function askInPage(asked: { readonly name: string; readonly request: unknown; readonly times: number }) {
  const api = (Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')) as Api;
  const message = { name: asked.name, request: asked.request };
  const answer = asked.times === 1 ? undefined : await api.runtime.sendMessage(message).catch(() => undefined);
  return answer ?? (await api.runtime.sendMessage(message));
}

/** An account whose posts come from a file; gives one of its posts. */
export async function addAccount({ ask }: Pick<OwnDriver, 'ask'>): Promise<PostSubject> {
  const profile = {
    displayName: 'Ada',
    handle: 'ada.example',
    bio: null,
    followers: null,
    following: null,
    posts: null,
    joined: null,
  };
  const begun = await ask('beginImport', { did: DID, profile, keep: 'all', isWhole: true });
  if (!begun.ok) throw new Error(`no import: ${begun.error.kind}`);
  const posts = Array.from({ length: 40 }, (_, at) => postOf(at));
  await ask('importPosts', { number: begun.value, posts });
  await ask('endImport', { number: begun.value });
  const [first] = posts;
  const found = await until(async () => ask('describePost', { id: String(first?.uri) }));
  return subjectOfPost(found.post, null);
}

export function removeAccount({ ask }: Pick<OwnDriver, 'ask'>): Promise<null> {
  return ask('removeAccount', { did: DID });
}

function postOf(at: number): FetchedPost {
  const uri = `at://${DID}/app.bsky.feed.post/post${at}` as const;
  const text = `What Ada wrote as number ${at} of all, which nobody else has written before or since.`;
  const record = { $type: 'app.bsky.feed.post', text, createdAt: '2026-01-01T00:00:00Z' };
  const post = readRecord({ did: DID, handle: 'ada.example', displayName: 'Ada' }, uri, record);
  if (post === null) throw new Error('no post');
  return { uri, cid: 'c', post };
}

/** Milliseconds in which the background comes to an end with what it is at. */
const PATIENCE = 20_000;

/** What is there by then. */
export async function until<Value>(read: () => Promise<Value | null>): Promise<Value> {
  const start = performance.now();
  for (;;) {
    const value = await read();
    if (value !== null) return value;
    if (performance.now() - start > PATIENCE) throw new Error('it is not there in time');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** How much is in either store, as the browser keeps it. */
export function countCopies(page: Page): Promise<{ readonly database: number; readonly journal: number }> {
  return page.evaluate(async () => {
    const api = (Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')) as Api;
    const keys = Object.keys(await api.storage.local.get(null)).filter((key) => key.startsWith('own:'));
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('ifg-gloss-own');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const count = await new Promise<number>((resolve) => {
      const counting = database.transaction('records').objectStore('records').count();
      counting.onsuccess = () => resolve(counting.result);
    });
    database.close();
    return { database: count, journal: keys.length };
  });
}
