import { expect, test } from 'vitest';
import { HITS_AT_FIRST, type SearchRequest } from '../../../core/protocol/search.ts';
import { loadHits, loadMoreHits } from '../../../entrypoints/library/search/load-hits.ts';
import { answerWith, postHit } from '../../components/library/hits-made.ts';

const REQUEST: SearchRequest = { text: 'a', order: 'day', start: 0, most: HITS_AT_FIRST, from: null, newSince: 0 };
const HITS = Array.from({ length: 250 }, (_, place) => postHit({ id: `post:${place}` }));
const idsOf = (hits: readonly { readonly kind: string }[]) => hits.map((hit) => Reflect.get(hit, 'post').id);

/** Answers with as many as are asked for, as the background does; a day is its hit's place. */
function answering(hits = HITS) {
  const asked: SearchRequest[] = [];
  const ask = async (_: string, request: SearchRequest) => {
    asked.push(request);
    const start = request.from === null ? request.start : Number(request.from);
    return answerWith(hits.slice(start, start + request.most), { total: hits.length, start });
  };
  return { asked, ask: ask as never };
}

test('a few first, then as many parts are asked for as are wanted, one after another', async () => {
  const { ask, asked } = answering();
  const answer = await loadHits(ask, REQUEST, 150);
  expect(idsOf(answer.hits)).toEqual(idsOf(HITS.slice(0, 150)));
  expect(asked.map(({ start }) => start)).toEqual([0, 50]);
});

test('and no more than there are', async () => {
  const { ask } = answering();
  expect((await loadHits(ask, REQUEST, 1000)).hits).toHaveLength(250);
});

test('from a day on they go on from there', async () => {
  const { ask, asked } = answering();
  const answer = await loadHits(ask, { ...REQUEST, from: '120' }, 120);
  expect([answer.start, answer.hits.length]).toEqual([120, 130]);
  expect(asked.map(({ start, from }) => [start, from])).toEqual([
    [0, '120'],
    [170, null],
  ]);
});

test('what comes twice, because the library has grown meanwhile, is there once', async () => {
  const held = answerWith(HITS.slice(0, 100), { total: 250 });
  const { ask } = answering([postHit({ id: 'post:new' }), ...HITS]);
  const answer = await loadMoreHits(ask, REQUEST, held);
  expect(idsOf(answer.hits)).toEqual(idsOf(HITS.slice(0, 199)));
  expect(answer.total).toBe(251);
});

test('a library that shrinks meanwhile ends the list', async () => {
  let parts = 0;
  const ask = async () => answerWith(parts++ === 0 ? HITS.slice(0, 100) : [], { total: 250 });
  expect((await loadHits(ask as never, REQUEST, 300)).hits).toHaveLength(100);
});
