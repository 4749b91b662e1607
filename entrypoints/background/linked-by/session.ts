import type { Storage } from 'webextension-polyfill';
import { type Found, type FoundPost, readAnswers, withAnswer } from '../../../core/linked-by/found.ts';
import type { AtUri } from '../../../core/model/ids.ts';

const KEY = 'linkedBy';

export type AnswerStore = ReturnType<typeof createAnswerStore>;

/** Answers by their pages, for a day, until the browser closes. Never rejects: where there is no room, none is kept. */
export function createAnswerStore(session: Pick<Storage.StorageArea, 'get' | 'set'>, now: () => number) {
  let changing: Promise<unknown> = Promise.resolve();
  const readAll = async () => {
    const stored: Record<string, unknown> = await session.get(KEY).catch(() => ({}));
    return readAnswers(stored[KEY], now());
  };
  const write = (answers: Record<string, Found>) => session.set({ [KEY]: answers });
  return {
    read: async (page: string): Promise<Found | null> => (await readAll()).get(page) ?? null,
    /** The latest form of a post, and the page for which it was found. */
    async find(uri: AtUri): Promise<{ readonly page: string; readonly post: FoundPost } | null> {
      const newest = [...(await readAll())].sort(([, a], [, b]) => b.askedAt - a.askedAt);
      for (const [page, { posts }] of newest) {
        const post = posts.find(({ fetched }) => fetched.uri === uri);
        if (post !== undefined) return { page, post };
      }
      return null;
    },
    put(page: string, found: Found): Promise<void> {
      const put = async () => {
        const answers = withAnswer(await readAll(), page, found);
        // What is there already may take the room.
        await write(answers)
          .catch(() => write({ [page]: found }))
          .catch(() => undefined);
      };
      const done = changing.then(put, put);
      changing = done;
      return done;
    },
    clear: (): Promise<void> => write({}).catch(() => undefined),
  };
}
