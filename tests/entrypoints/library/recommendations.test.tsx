// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createOwn, OwnContext } from '../../../components/own/own.ts';
import { browseFeeds } from '../../../core/browse/browse-feeds.ts';
import { contentOfFeeds } from '../../../core/gloss/content-of-feeds.ts';
import { type LibraryRoute, recommendationsRoute } from '../../../core/library-route.ts';
import type { FollowUp, Note } from '../../../core/model/own.ts';
import { createResolver } from '../../../core/recognise/resolve.ts';
import { ListShown, type ShownItems } from '../../../entrypoints/library/list-shown.ts';
import { RecommendationsView } from '../../../entrypoints/library/recommendations/recommendations-view.tsx';
import { ownChanges } from '../../../platform/changes.ts';
import { findFaults } from '../../components/find-faults.ts';
import { clear } from '../../components/in-english.tsx';
import { fakeBackground, press, settle, showView, texts } from '../../components/library/browse/asking.tsx';
import { ownAnswers } from '../../components/own-answers.ts';
import { readBundledFeed } from '../../components/seeds.ts';
import { at, evidenceOf, followUpOf, progressed, subjectOf } from '../../core/follow-up/lines.ts';

type Route = Extract<LibraryRoute, { readonly view: 'recommendations' }>;

const bundled = readBundledFeed();
const content = contentOfFeeds([bundled]);
const browse = browseFeeds(content, createResolver([bundled]).postsAbout);
const listed = browse.listRecommendations({ start: 0 }).items;
const [first] = listed;
if (first === undefined) throw new Error('the bundled feed has no recommendation');
const REPORT = first.subject.publication?.id ?? '';

beforeEach(() => vi.useFakeTimers({ now: at('2026-03-01'), toFake: ['Date'] }));
afterEach(async () => {
  vi.useRealTimers();
  await clear();
});

function prepare(records: readonly (Note | FollowUp)[] = [], listRecommendations = browse.listRecommendations) {
  const own = ownAnswers(records, Date.now);
  const { ask } = fakeBackground({
    listRecommendations,
    ...own.answers,
    changeFollowUp(request) {
      const answer = own.answers.changeFollowUp(request);
      ownChanges.tell();
      return answer;
    },
  });
  const go = vi.fn();
  const pageOwn = createOwn(ask, ownChanges.listen);
  const show = (
    route: Route = recommendationsRoute(),
    shown: ShownItems = { items: 0, keep: () => {}, isBack: false },
  ) =>
    showView(
      <OwnContext.Provider value={pageOwn}>
        <ListShown.Provider value={shown}>
          <RecommendationsView route={route} ask={ask} go={go} />
        </ListShown.Provider>
      </OwnContext.Provider>,
    );
  return { ...own, go, show };
}

const rows = (root: Element) => texts(root, '.follow-line th');
const button = (root: Element, name: string) =>
  [...root.querySelectorAll('button')].find((each) => each.textContent === name);

async function choose(root: Element, label: string, value: string): Promise<void> {
  const field = fieldOf<HTMLSelectElement>(root, label);
  await act(() => {
    field.value = value;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await settle();
  await settle();
}

function fieldOf<Field extends HTMLElement>(root: Element, label: string): Field {
  const found = [...root.querySelectorAll('label')].filter((each) => each.textContent === label);
  const field = root.querySelector<Field>(`[id="${found.at(-1)?.htmlFor}"]`);
  if (field === null) throw new Error(`no field ${label}`);
  return field;
}

test('of a publication that is not there, or has none, that is said, and no count of nothing', async () => {
  for (const as of ['table', 'briefing'] as const) {
    const route = recommendationsRoute();
    const root = await prepare().show({ ...route, as, asked: { ...route.asked, publication: 'nope' } });
    expect(root.textContent).toContain('There are no recommendations of this publication in the library.');
    expect(root.textContent).not.toContain('0 of 0');
    await clear();
  }
});

describe('the table of recommendations', () => {
  test('has all of them, in the order of the report, and says that nothing was noted', async () => {
    const root = await prepare().show();
    expect(rows(root)).toHaveLength(14);
    expect(rows(root)[0]).toContain(first.subject.words);
    expect(texts(root, '.scorecard-head')).toEqual(['0 of 14 acted on']);
    expect(texts(root, '.follow-table thead th')).toEqual([
      'Publication',
      'No.',
      'Section',
      'Recommendation',
      'Response',
      'Progress',
      'Check on',
      'Evidence',
      'Note',
    ]);
    expect(await findFaults(root)).toEqual([]);
  });

  test('opens at a row; what is chosen is kept at once, told of, and taken back', async () => {
    const { show, all } = prepare();
    const root = await show();
    await press(button(root, 'Follow up'));
    expect(await findFaults(root)).toEqual([]);
    await choose(root.querySelector('.follow-open') ?? root, 'Progress', 'done-in-part');
    expect(all()).toMatchObject([{ progress: 'done-in-part', subject: { words: first.subject.words } }]);
    expect(texts(root, '.scorecard-head')).toEqual(['1 of 14 acted on']);
    expect(texts(root, '.follow-history li')).toEqual(['Mar 1, 2026: progress: not started → done in part']);
    await press(button(root, 'Undo'));
    await settle();
    expect(all()).toMatchObject([{ progress: 'not-started' }]);
    expect(texts(root, '.scorecard-head')).toEqual(['0 of 14 acted on']);
    await press(button(root, 'Undo'));
    await settle();
    expect(all()).toMatchObject([{ progress: 'done-in-part' }]);
  });

  test('a row stays where it is while it is changed, though a filter leaves it out by then', async () => {
    const root = await prepare().show(recommendationsRoute({ response: 'none' }));
    await press(button(root, 'Follow up'));
    await choose(root.querySelector('.follow-open') ?? root, 'Response', 'accepted');
    expect(rows(root)).toHaveLength(14);
    expect(texts(root, '.follow-line [data-name=Response]')[0]).toBe('accepted');
  });

  test('has as many rows for who comes back as were shown', async () => {
    const many = Array.from({ length: 250 }, (_, place) => ({
      ...first,
      subject: { ...first.subject, post: `post:${place}` },
    }));
    const { show } = prepare([], ({ start }) => ({ items: start === 0 ? many : [], total: many.length }));
    const keep = vi.fn();
    const root = await show(recommendationsRoute(), { items: 0, keep, isBack: false });
    expect(rows(root)).toHaveLength(100);
    await press(button(root, 'Show more'));
    expect(keep).toHaveBeenLastCalledWith(200);
    expect(document.activeElement?.closest('.follow-line')).toBe(root.querySelectorAll('.follow-line')[100]);
    await clear();
    expect(rows(await show(recommendationsRoute(), { items: 200, keep, isBack: false }))).toHaveLength(200);
  });

  test('filters and orders are addresses; what is not there is said, with a way out', async () => {
    const { show, go } = prepare([followUpOf(first.subject, { response: 'rejected' })]);
    const root = await show();
    await choose(root, 'Response', 'rejected');
    expect(go).toHaveBeenLastCalledWith(recommendationsRoute({ response: 'rejected' }), { sitting: 'response' });
    expect(texts(await show(recommendationsRoute({ response: 'rejected' })), '.list-total')).toEqual(['1 of 14']);
    const sorted = await show(recommendationsRoute({ by: 'number', isDown: true }));
    expect(sorted.querySelector('[aria-sort]')?.getAttribute('aria-sort')).toBe('descending');
    expect(texts(sorted, '.follow-line [data-name="No."]')[0]).toBe('14');
    expect(sorted.querySelector('[aria-sort] a')?.getAttribute('href')).toBe(
      '/library.html?view=recommendations&by=number',
    );
    const none = await show(recommendationsRoute({ progress: 'done' }));
    expect(texts(none, '[role=status]')).toContain('No recommendation is like that. Show all recommendations');
  });

  test('says what is due, what changed since a day, and how many were how far when', async () => {
    const noted = followUpOf(first.subject, {
      progress: 'done',
      checkOn: '2026-02-28',
      history: [progressed('2025-11-12', 'not-started', 'under-way'), progressed('2026-02-03', 'under-way', 'done')],
    });
    const root = await prepare([noted]).show({ ...recommendationsRoute(), since: '2026-01-01' });
    expect(texts(root, '.follow-part:nth-child(2) li')[0]).toMatch(
      /^Recommendation 1 .* to be checked since Feb 28, 2026$/,
    );
    const [changed, ...others] = texts(root, '.follow-overview ol > li');
    expect(changed).toMatch(/^Feb 3, 2026 · Recommendation 1.*progress: under way → done$/);
    expect(others).toEqual([]);
    expect(root.querySelector('.standing-picture')?.getAttribute('aria-label')).toBe(
      'Acted on: 0 of 14 at the end of November 2025, 1 of 14 at the end of March 2026.',
    );
    expect(texts(root, '.over-time-numbers:last-child tbody tr').at(-1)).toBe('March 2026100131');
    expect(await findFaults(root)).toEqual([]);
  });

  test('what is gone stays in it, and what was reworded shows both wordings until it is kept for the new ones', async () => {
    const gone = followUpOf(subjectOf(99), { id: 'gone' });
    const reworded = followUpOf({ ...first.subject, words: 'As it was said before anything was edited at all' });
    const { show, all } = prepare([gone, reworded]);
    const root = await show();
    expect(rows(root)).toHaveLength(15);
    expect(rows(root).at(-1)).toContain('no longer in the library');
    expect(rows(root)[0]).toContain('the words have changed since');
    await press(button(root, 'Follow up'));
    expect(texts(root, '.follow-wordings dd')).toEqual([reworded.subject.words, first.subject.words]);
    await press(button(root, 'Keep for the new words'));
    await settle();
    expect(all().find(({ id }) => id === reworded.id)?.subject).toEqual(first.subject);
    expect(rows(root)[0]).not.toContain('have changed');
  });
});

describe('what is written', () => {
  test('is kept while it is typed, and as soon as the field is left', async () => {
    const { show, all } = prepare();
    const root = await show();
    await press(button(root, 'Follow up'));
    await type(root, 'Remark', 'Said in the <b>House</b>');
    expect(all()).toMatchObject([{ remarks: ['Said in the <b>House</b>'] }]);
    expect(fieldOf<HTMLTextAreaElement>(root, 'Remark').value).toBe('Said in the <b>House</b>');
    await press(button(root, 'Undo'));
    await settle();
    expect(all()).toMatchObject([{ remarks: [] }]);
    expect(fieldOf<HTMLTextAreaElement>(root, 'Remark').value).toBe('');
  });

  test('evidence is added, shown with a link where it has an address of the web, changed and removed', async () => {
    const { show, all } = prepare();
    const root = await show();
    await press(button(root, 'Follow up'));
    await press(button(root, 'Add evidence'));
    const title = fieldOf(root.querySelector('.follow-open') ?? root, 'Title');
    await type(root, 'Title', 'A speech');
    // Who writes on is still in the same field when it has come to be there.
    expect(title.isConnected).toBe(true);
    await type(root, 'Address', 'https://gov.example/speech');
    await press(button(root, 'Done'));
    expect(all()).toMatchObject([{ evidence: [{ title: 'A speech', address: 'https://gov.example/speech' }] }]);
    const link = root.querySelector<HTMLAnchorElement>('.follow-source a');
    expect([link?.href, link?.rel, link?.target]).toEqual([
      'https://gov.example/speech',
      'noopener noreferrer',
      '_blank',
    ]);
    await press(button(root, 'Change'));
    await type(root, 'Address', 'javascript:alert(1)');
    await press(button(root, 'Done'));
    expect(root.querySelector('.follow-source a')).toBeNull();
    expect(texts(root, '.follow-source')).toEqual(['A speech · javascript:alert(1)']);
    expect(await findFaults(root)).toEqual([]);
    await press(button(root, 'Remove'));
    await settle();
    expect(all()).toMatchObject([{ evidence: [] }]);
  });
});

test('evidence that another window writes on at the same time is shown beside what is written here, and both stay whole', async () => {
  const before = evidenceOf({ title: 'A speech' });
  const { show, all, answers } = prepare([followUpOf(first.subject, { evidence: [before] })]);
  const root = await show();
  await press(button(root, 'Follow up'));
  await press(button(root, 'Change'));
  const edit = { field: 'evidence', from: before, to: { ...before, quotation: 'Theirs' } } as const;
  answers.changeFollowUp({ subject: first.subject, edit });
  for (const text of ['M', 'Mi', 'Mine']) {
    await type(root, 'Quotation', text);
    expect(fieldOf<HTMLInputElement>(root.querySelector('.follow-open') ?? root, 'Quotation').value).toBe(text);
  }
  expect(all()).toMatchObject([{ evidence: [{ quotation: 'Theirs' }, { quotation: 'Mine' }] }]);
  expect(texts(root, '.follow-other .follow-quoted')).toEqual(['Theirs']);
  await press(button(root, 'Done'));
  expect(texts(root, '.follow-evidence .follow-item .follow-quoted')).toEqual(['Theirs', 'Mine']);
});

describe('the briefing on one publication', () => {
  test('has its table, its sources, and the ways to take it elsewhere', async () => {
    const noted = followUpOf(first.subject, {
      progress: 'done',
      evidence: [evidenceOf({ title: 'A speech' })],
      remarks: ['Well'],
    });
    const root = await prepare([noted]).show(recommendationsRoute({ publication: REPORT }, 'briefing'));
    expect(texts(root, 'h1')).toEqual([`Follow-up of recommendations: ${first.subject.publication?.title}`]);
    expect(texts(root, '.briefing-said').slice(0, 3)).toEqual([
      '1 of 14 acted on.',
      'Acted on is what is done or done in part.',
      'As one reader noted it, on Mar 1, 2026.',
    ]);
    expect(texts(root, '.briefing-table tbody tr')).toHaveLength(14);
    expect(texts(root, '.briefing-table tbody tr:first-child td').slice(-4)).toEqual(['done', '', 'Well', '[1]']);
    expect(texts(root, '.briefing-sources li')).toEqual(['A speech. https://gov.example/']);
    expect(texts(root, '.briefing-ways > *').slice(0, 1)).toEqual(['Print']);
    expect(await findFaults(root)).toEqual([]);
  });
});

async function type(root: Element, label: string, text: string): Promise<void> {
  const field = fieldOf<HTMLInputElement>(root.querySelector('.follow-open') ?? root, label);
  await act(() => {
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('blur'));
  });
  await settle();
  await settle();
}
