import { expect, test } from 'vitest';
import type { Gloss } from '../../../core/gloss/gloss.ts';
import type { FollowUp, Note } from '../../../core/model/own.ts';
import type { Post } from '../../../core/model/post.ts';
import { keysOfPost, keysOfPublication, keysOfRecommendation, keysOfSubject } from '../../../core/own/keys.ts';
import { HITS_IN_PART, type SearchHit } from '../../../core/protocol/search.ts';
import {
  type Gathering,
  gatherHits,
  gatherLines,
  gatherOwn,
  gatherPublication,
  gatherSources,
  gatherThread,
} from '../../../entrypoints/library/take-away/gather.ts';
import { answerWith, FEED, postHit, publicationHit, recommendationHit } from '../../components/library/hits-made.ts';
import { followUp, noteOnPost, post, publication, recommendation } from '../../core/take-away/samples.ts';

const FEEDS = new Map([[FEED.id, FEED]]);
const REQUEST = { text: 'a', order: 'day', newSince: 0 } as const;
const postOf = (place: number): Post => ({ ...post, id: `post:${place}`, uri: null, text: `Words ${place}` });

type Answering = Readonly<Record<string, (request: never) => unknown>>;

/** Answers what is asked by functions, and keeps what was told and asked. */
function gathering(answers: Answering, signal = new AbortController().signal) {
  const told: (readonly [number, number])[] = [];
  const asked: (readonly [string, unknown])[] = [];
  const ask = async (name: string, request: unknown) => {
    asked.push([name, request]);
    const answer = answers[name] ?? (() => []);
    return answer(request as never);
  };
  const doors: Gathering = { ask: ask as never, tell: (done, all) => told.push([done, all]), signal };
  return { doors, told, asked };
}

const searching =
  (hits: readonly SearchHit[]) =>
  ({ start, most }: { readonly start: number; readonly most: number }) =>
    answerWith(hits.slice(start, start + most), { total: hits.length, start });

test('all hits are gathered, in as many parts as that takes', async () => {
  const hits = Array.from({ length: 250 }, (_, place) => postHit({ id: `post:${place}` }));
  const { doors, told } = gathering({ search: searching(hits) });
  const items = await gatherHits(doors, REQUEST, FEEDS);
  expect(items.map((item) => item.kind === 'post' && item.post.id)).toEqual(hits.map((hit) => hit.post.id));
  expect(told).toEqual([
    [100, 250],
    [200, 250],
    [250, 250],
  ]);
});

test('a note that was found stands once, in its place', async () => {
  const found: SearchHit = {
    kind: 'note',
    note: noteOnPost,
    item: { kind: 'post', id: post.id },
    about: null,
    day: null,
    foundIn: [],
    isNew: false,
  };
  const hits = [found, postHit({ id: post.id })];
  const { doors } = gathering({ search: searching(hits), findOwn: () => [noteOnPost, followUp] });
  const items = await gatherHits(doors, REQUEST, FEEDS);
  expect(items.map(({ kind }) => kind)).toEqual(['note', 'post', 'follow-up']);
  expect(items[0]).toEqual({ kind: 'note', note: noteOnPost });
});

test('each is what it was as a hit, with whose feed it was in and what it is about', async () => {
  const about = { id: 'publication:1', title: 'T' };
  const hits = [publicationHit(), recommendationHit({ about }), postHit({}, { about, feed: 'feed:gone' })];
  const items = await gatherHits(gathering({ search: searching(hits) }).doors, REQUEST, FEEDS);
  const feed = { handle: 'ann.example', displayName: 'Ann' };
  expect(items).toEqual([
    { kind: 'publication', publication: publicationHit().publication, posts: 14 },
    { kind: 'recommendation', recommendation: recommendationHit().recommendation, feed, about },
    { kind: 'post', post: postHit().post, feed: null, about },
  ]);
});

test('where the library changes meanwhile, nothing comes twice, and it ends', async () => {
  const hits = Array.from({ length: 150 }, (_, place) => postHit({ id: `post:${place}` }));
  const answers = [hits.slice(0, 100), hits.slice(50, 150), []];
  const search = ({ start }: { readonly start: number }) => answerWith(answers.shift() ?? [], { total: 900, start });
  const items = await gatherHits(gathering({ search }).doors, REQUEST, FEEDS);
  expect(items).toHaveLength(150);
});

test('what the reader wrote about them comes behind them, each once', async () => {
  const hits = [postHit(post), publicationHit(publication), recommendationHit({ recommendation })];
  const { doors, asked } = gathering({ search: searching(hits), findOwn: () => [noteOnPost, followUp] });
  const items = await gatherHits(doors, REQUEST, FEEDS);
  expect(items.slice(3)).toEqual([
    { kind: 'note', note: noteOnPost },
    { kind: 'follow-up', followUp },
  ]);
  const [, request] = asked.find(([name]) => name === 'findOwn') ?? [];
  expect((request as { keys: string[] }).keys.toSorted()).toEqual(
    [...keysOfPost(post), ...keysOfPublication(publication), ...keysOfRecommendation(recommendation, null)].toSorted(),
  );
});

test('who cancels has no more asked, and nothing', async () => {
  const end = new AbortController();
  const hits = Array.from({ length: 5 * HITS_IN_PART }, (_, place) => postHit({ id: `post:${place}` }));
  const { doors, asked } = gathering({ search: searching(hits) }, end.signal);
  const tell = (done: number) => done === 200 && end.abort();
  await expect(gatherHits({ ...doors, tell }, REQUEST, FEEDS)).rejects.toThrow();
  expect(asked).toHaveLength(2);
});

test('of a publication all that is said is gathered, page after page', async () => {
  const cursor = { kind: 'conversations', about: publication.id, time: '', shown: [] };
  const page = (places: readonly number[], next: unknown) => ({
    sections: [],
    conversations: [{ thread: null, posts: places.map(postOf), feed: FEED.id }],
    feeds: [FEED],
    counts: { posts: 5, conversations: 5, recommendations: 1 },
    next: { conversations: next, recommendations: null },
  });
  const first = {
    ...page([1, 2], cursor),
    sections: [
      { title: null, recommendations: [{ ...recommendation, source: { feed: FEED.id, time: '', ordinal: 1 } }] },
    ],
  } as unknown as Gloss;
  const pages = [page([3, 4], { ...cursor, time: 'later' }), page([5], null)];
  const { doors, asked, told } = gathering({
    describePublication: () => ({ publication, posts: 5 }),
    describeFound: () => first,
    describeMore: () => pages.shift(),
  });
  const items = await gatherPublication(doors, publication.id);
  const feed = { handle: 'ann.example', displayName: 'Ann' };
  const about = { id: publication.id, title: publication.title };
  expect(items).toEqual([
    { kind: 'publication', publication, posts: 5 },
    { kind: 'recommendation', recommendation, feed, about },
    ...[1, 2, 3, 4, 5].map((place) => ({ kind: 'post', post: postOf(place), feed, about })),
  ]);
  expect(
    asked.filter(([name]) => name === 'describeMore').map(([, request]) => Reflect.get(request as object, 'wanted')),
  ).toEqual([cursor, { ...cursor, time: 'later' }]);
  expect(told).toEqual([
    [4, 7],
    [6, 7],
  ]);
});

test('what the library no longer holds is nothing', async () => {
  const { doors } = gathering({
    describePublication: () => null,
    describeFound: () => null,
    describeThread: () => null,
  });
  expect(await gatherPublication(doors, 'gone')).toEqual([]);
  expect(await gatherThread(doors, 'gone')).toEqual([]);
});

test('of a thread its posts in reading order, and its recommendations', async () => {
  const describeThread = () => ({
    posts: [postOf(1), postOf(2)],
    recommendations: [recommendation],
    publication,
    feed: FEED,
  });
  const items = await gatherThread(gathering({ describeThread }).doors, 'thread');
  expect(items.map(({ kind }) => kind)).toEqual(['post', 'post', 'recommendation']);
  expect(items[0]).toMatchObject({ about: { id: publication.id }, feed: { handle: 'ann.example' } });
});

test('a note that was found is taken once, though it is about what was found, too', async () => {
  const note: SearchHit = {
    kind: 'note',
    note: noteOnPost,
    about: null,
    item: null,
    day: null,
    foundIn: [],
    isNew: false,
  };
  const { doors } = gathering({ search: searching([note, postHit(post)]), findOwn: () => [noteOnPost] });
  const items = await gatherHits(doors, REQUEST, FEEDS);
  expect(items.map(({ kind }) => kind)).toEqual(['note', 'post']);
});

test('of a table each recommendation with its follow-up; of one that is gone the follow-up alone', async () => {
  const { subject } = followUp;
  const line = { subject, followUp, isNoted: false, address: null, day: null };
  const { doors } = gathering({ findOwn: () => [followUp, noteOnPost] });
  const present = await gatherLines(doors, [{ ...line, state: 'present' }]);
  const { kind: _, words: text, publication, ...place } = subject;
  const about = { id: publication?.id, title: publication?.title };
  expect(present).toEqual([
    { kind: 'recommendation', recommendation: { ...place, text, publication: about.id }, feed: null, about },
    { kind: 'follow-up', followUp },
    { kind: 'note', note: noteOnPost },
  ]);
  expect(await gatherLines(gathering({}).doors, [{ ...line, state: 'gone' }])).toEqual([
    { kind: 'follow-up', followUp },
  ]);
});

test('and of one that is gone also the notes', async () => {
  const { subject } = followUp;
  const noteOnGone: Note = { ...noteOnPost, id: 'note:gone', subject };
  const gone = { subject, followUp, isNoted: true, address: null, day: null, state: 'gone' } as const;
  const findOwn = ({ keys }: { readonly keys: readonly string[] }) =>
    keys.some((key) => keysOfSubject(subject).includes(key)) ? [noteOnGone, followUp] : [];
  expect(await gatherLines(gathering({ findOwn }).doors, [gone])).toEqual([
    { kind: 'follow-up', followUp },
    { kind: 'note', note: noteOnGone },
  ]);
});

test('of what the reader wrote all parts', async () => {
  const notes = Array.from({ length: 250 }, (_, place): Note => ({ ...noteOnPost, id: `note:${place}` }));
  const listOwn = ({ start }: { readonly start: number }) => ({ items: notes.slice(start, start + 100), total: 250 });
  const { doors, told } = gathering({ listOwn });
  expect(await gatherOwn(doors, 'note')).toEqual(notes.map((note) => ({ kind: 'note', note })));
  expect(told.at(-1)).toEqual([250, 250]);
  const followUps = (): { items: FollowUp[]; total: number } => ({ items: [followUp], total: 1 });
  expect(await gatherOwn(gathering({ listOwn: followUps }).doors, 'follow-up')).toEqual([
    { kind: 'follow-up', followUp },
  ]);
});

test('publications that things are about are gathered as far as the library has them, each once', async () => {
  const { doors, asked } = gathering({
    describePublication: ({ id }: { readonly id: string }) => (id === publication.id ? { publication } : null),
  });
  const about = { id: publication.id, title: publication.title };
  const item = {
    kind: 'recommendation',
    recommendation: { ...recommendation, publication: about.id },
    feed: null,
    about,
  } as const;
  const items = [item, item, { kind: 'follow-up', followUp } as const, { kind: 'note', note: noteOnPost } as const];
  expect(await gatherSources(doors, items)).toEqual([publication]);
  expect(asked).toEqual(
    [publication.id, followUp.subject.publication?.id].map((id) => ['describePublication', { id }]),
  );
});
