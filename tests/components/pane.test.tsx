// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { BearingContext, type BearingDoors } from '../../components/bearing/bearing.ts';
import type { PageInFront } from '../../components/page-view.tsx';
import { Pane } from '../../components/pane.tsx';
import type { PaneActions } from '../../components/pane-actions.ts';
import { contentOfFeeds } from '../../core/gloss/content-of-feeds.ts';
import type { LibraryState } from '../../core/protocol/library-state.ts';
import type { LinkedBy } from '../../core/protocol/linked-by.ts';
import type { HitKey, LookUpAnswer, Question } from '../../core/protocol/look-up.ts';
import { createResolver } from '../../core/recognise/resolve.ts';
import { createLookUp } from '../../core/search/look-up.ts';
import { findFaults } from './find-faults.ts';
import { clear, showInEnglish } from './in-english.tsx';
import { noteHit } from './library/hits-made.ts';
import { doorsTo, told } from './linked-by/answers.ts';
import { readBundledFeed } from './seeds.ts';

const feeds = [readBundledFeed()];
const lookUp = createLookUp(contentOfFeeds(feeds), createResolver(feeds));
const library: LibraryState = {
  storedIn: 'indexeddb',
  because: null,
  version: '1',
  feeds: [
    {
      id: 'text-page:a.example',
      origin: { kind: 'text-page' },
      isBundled: true,
      handle: 'a.example',
      displayName: 'Ada',
      asOf: '2025-11-11',
      posts: 1,
      recommendations: 1,
      publications: 1,
    },
  ],
};
const PAGE: PageInFront = {
  tabId: 1,
  address: 'https://news.example/',
  title: 'Whitehall urged to buy better',
  site: 'news.example',
  kind: 'web',
  isOn: true,
  answer: { kind: 'here', gloss: null },
  marks: [],
};
const REPORT = lookUp.describe({
  kind: 'publication',
  id: feeds.flatMap(({ recommendations }) => recommendations)[0]?.publication ?? '',
});

async function found(asked: string) {
  const answer = await lookUp.answer({ asked, linkText: '' });
  return answer.kind === 'words' ? answer : expect.unreachable();
}

let actions: PaneActions;
beforeEach(() => {
  actions = {
    lookUp: async (question) => lookUp.answer(question),
    describeFound: async (found) => lookUp.describe(found),
    describeMore: async (of, wanted) => (of.kind === 'tab' ? null : lookUp.describeMore(of, wanted)),
    onCopy: () => true,
    onShowMark: vi.fn(async () => true),
    onSwitchSite: vi.fn(async () => {}),
    onAllow: vi.fn(),
    onTryAgain: vi.fn(),
    onOpenOptions: vi.fn(),
    onOpenLibrary: vi.fn(),
    onUpdate: vi.fn(async () => 'opened' as const),
    readFresh: async () => [],
    seeFresh: vi.fn(),
    linkedBy: doorsTo(told()),
    onOpenSidePanel: vi.fn(),
  };
});
afterEach(clear);

async function show(
  page: Partial<PageInFront> = {},
  pending: Question | null = null,
  held = library,
  letterKeys = true,
): Promise<HTMLElement> {
  const root = await showInEnglish(
    <Pane page={{ ...PAGE, ...page }} library={held} pending={pending} letterKeys={letterKeys} actions={actions} />,
  );
  await settle();
  return root;
}

test.each([
  ['begins a note', 'main', true, 1],
  ['does nothing where single keys are switched off', 'main', false, 0],
  ['is a letter in a field', 'select', true, 0],
])('n %s', async (_, where, letterKeys, begun) => {
  const root = await show({}, null, library, letterKeys);
  const onBegin = vi.fn();
  root
    .querySelector('main')
    ?.insertAdjacentHTML('beforeend', '<article class="gloss"><select></select><b data-note></b></article>');
  root.querySelector('[data-note]')?.addEventListener('click', onBegin);
  root.querySelector(where)?.dispatchEvent(new KeyboardEvent('keydown', { key: 'n', bubbles: true }));
  expect(onBegin).toHaveBeenCalledTimes(begun);
});

/** With what looks through pages, of which nothing is known yet. */
async function showWithBearing(page: Partial<PageInFront>): Promise<readonly (string | undefined)[]> {
  const root = await showInEnglish(
    <BearingContext.Provider value={{ doors: BEARING, pending: null }}>
      <Pane page={{ ...PAGE, ...page }} library={library} pending={null} letterKeys actions={actions} />
    </BearingContext.Provider>,
  );
  await settle();
  return [...root.querySelectorAll('h1, h2')].map((heading) => heading.textContent?.trim());
}

const BEARING: BearingDoors = {
  look: () => Promise.reject(new Error('not asked')),
  readScope: async () => 'followed',
  keepScope: async () => {},
  readLast: async () => null,
  show: async () => false,
  readSelection: async () => null,
  findEvidence: async () => [],
  markEvidence: async () => null,
  listRecommendations: async () => [],
  keepEvidence: async () => null,
  newId: () => '',
  onOwnChange: () => () => {},
};
const MARKS: PageInFront['marks'] = [
  {
    key: 'one',
    publication: 'publication:1',
    title: 'A report',
    sureness: 'exact',
    links: [{ address: 'https://a.example', text: 'A', sureness: 'exact', places: [{ frameId: 0, id: 1 }] }],
  },
];
const BEARS = 'This page and the recommendations';

test('what is looked up is asked anew where the library has changed', async () => {
  const asked: string[] = [];
  actions = {
    ...actions,
    lookUp(question) {
      if (question.asked !== '') asked.push(question.asked);
      return lookUp.answer(question);
    },
  };
  const root = await show();
  await type(root, 'procurement');
  expect(asked).toEqual(['procurement']);
  await show({}, null, { ...library });
  expect(asked).toEqual(['procurement', 'procurement']);
  await type(root, '');
  await show({}, null, library);
  expect(asked).toHaveLength(2);
});

describe('what a page bears on', () => {
  test('stands first where nothing else is said of the page, and stays there when marks come', async () => {
    const page = { address: 'https://news.example/1' };
    expect((await showWithBearing(page))[1]).toBe(BEARS);
    expect((await showWithBearing({ ...page, marks: MARKS }))[1]).toBe(BEARS);
  });

  test('stands behind marks and what is said, and nowhere before these are known', async () => {
    expect((await showWithBearing({ marks: MARKS })).at(-1)).toBe(BEARS);
    expect((await showWithBearing({ answer: { kind: 'here', gloss: REPORT } })).at(-1)).toBe(BEARS);
    expect(await showWithBearing({ address: 'https://news.example/2', marks: null })).not.toContain(BEARS);
  });

  test('is nowhere on a page that cannot look', async () => {
    const root = await show();
    expect(root.textContent).not.toContain(BEARS);
  });
});

describe('the page in front', () => {
  test('is shown at once with what is known of it, and keeps the place for the rest', async () => {
    const root = await show({ answer: { kind: 'waiting' }, marks: null });
    expect(root.querySelector('main')?.textContent).toBe('Whitehall urged to buy better');
    expect(root.querySelector('label')?.textContent).toBe('Mark links on news.example');
    expect(await findFaults(document.body)).toEqual([]);
  });

  test('has its gloss', async () => {
    const root = await show({ answer: { kind: 'here', gloss: REPORT } });
    expect(root.querySelector('h1')?.textContent).toMatch(/^The role of procurement/);
    expect(root.querySelector('.sources')?.textContent).toContain('Ada’s feed on Bluesky, as of Nov 11, 2025');
    expect(await findFaults(document.body)).toEqual([]);
  });

  test('without a gloss or a mark, shows what the library knows and what marks look like', async () => {
    const root = await show();
    expect(root.querySelector('h1')?.textContent).toBe('No posts about this page');
    expect(root.querySelectorAll('.item')).toHaveLength(9);
    expect([...root.querySelectorAll('[data-ifg-gloss]')].map((mark) => mark.getAttribute('data-ifg-gloss'))).toEqual([
      'exact',
      'likely',
      'related',
    ]);
    expect(await findFaults(document.body)).toEqual([]);
  });

  test('of the browser’s own has a sentence, no switch, and the look-up', async () => {
    const root = await show({ kind: 'unseen', site: null, title: '' });
    expect(root.querySelector('h1')?.textContent).toBe('Not a web page');
    expect(root.querySelector('.notice')?.textContent).toContain('It is not a website.');
    expect(root.querySelector('.access')).toBeNull();
    expect(root.querySelector('input[type=checkbox]')).toBeNull();
    expect(root.querySelector('input[type=search]')).not.toBeNull();
    expect(await findFaults(document.body)).toEqual([]);
  });

  test.each([
    ['unknown', 'IfG Gloss cannot see this page', 'a website where you have not allowed IfG Gloss'],
    ['file', 'Not a web page', 'It is a file on your computer'],
    ['source', 'Not a web page', 'It is the source of a page'],
    ['reader', 'IfG Gloss cannot see this page', 'reader view'],
    ['extension', 'Not a web page', 'It belongs to an extension'],
    ['browser', 'Not a web page', 'one of the browser’s own pages'],
    ['gone', 'This tab is closed', 'Choose another tab'],
  ] as const)('that is no page of a website (%s) says what it is', async (kind, heading, note) => {
    const root = await show({ kind, site: null, title: '' });
    expect(root.querySelector('h1')?.textContent).toBe(heading);
    expect(root.querySelector('.notice')?.textContent).toContain(note);
    expect(await findFaults(document.body)).toEqual([]);
  });

  test.each([
    ['closed', 'lets no extension read this page'],
    ['store', 'in its store'],
    ['pdf', 'inside a PDF'],
    ['asleep', 'to sleep'],
  ] as const)('of a website that no script may read (%s) says so beside what is said of it', async (kind, note) => {
    const bare = await show({ kind });
    expect(bare.querySelector('h1')?.textContent).toBe('No posts about this page');
    expect(bare.querySelector('.notice')?.textContent).toContain(note);
    await clear();
    const root = await show({ kind, answer: { kind: 'here', gloss: REPORT } });
    expect(root.querySelector('.notice')?.textContent).toContain(note);
    expect(root.querySelector('h1')?.textContent).toMatch(/^The role of procurement/);
  });

  test('on a site that is not allowed offers to allow it, or all, and has no switch', async () => {
    const root = await show({ kind: 'withheld' });
    expect(root.querySelector('.access p')?.textContent).toContain('you have not allowed IfG Gloss on news.example');
    expect(root.querySelector('input[type=checkbox]')).toBeNull();
    const buttons = [...root.querySelectorAll<HTMLButtonElement>('.access button')];
    expect(buttons.map(({ textContent }) => textContent)).toEqual(['Allow on news.example', 'Allow on all websites']);
    for (const button of buttons) button.click();
    expect(actions.onAllow).toHaveBeenNthCalledWith(1, 'news.example');
    expect(actions.onAllow).toHaveBeenNthCalledWith(2, null);
    expect(await findFaults(document.body)).toEqual([]);
  });

  test('whose address is not told offers to allow all', async () => {
    const root = await show({ kind: 'unknown', site: null, title: '' });
    const buttons = [...root.querySelectorAll<HTMLButtonElement>('.access button')];
    expect(buttons.map(({ textContent }) => textContent)).toEqual(['Allow on all websites']);
  });

  test('on a site that is off says so, and the switch has it on again', async () => {
    const root = await show({ isOn: false });
    expect(root.querySelector('main')?.textContent).toContain('Links are not marked here');
    root.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
    expect(actions.onSwitchSite).toHaveBeenCalledWith(true);
  });

  test('of which the library says nothing can be tried again', async () => {
    const root = await show({ answer: { kind: 'failed' } });
    expect(root.querySelector('h1')?.textContent).toBe('The posts could not be loaded');
    shown(root).querySelector<HTMLButtonElement>('button')?.click();
    expect(actions.onTryAgain).toHaveBeenCalled();
    expect(await findFaults(document.body)).toEqual([]);
  });
});

describe('new posts', () => {
  test('are counted at the publications that they are about, until their reader opens these', async () => {
    const answer = await actions.lookUp({ asked: '', linkText: '' });
    const ids = answer.kind === 'words' ? answer.publications.items.map(({ publication }) => publication.id) : [];
    const [first = '', second = ''] = ids;
    actions = {
      ...actions,
      readFresh: async () => [
        { publication: first, posts: 3 },
        { publication: second, posts: 1 },
        { publication: 'ifg:elsewhere', posts: 9 },
      ],
    };
    const root = await show();
    const badges = () => [...root.querySelectorAll('.item-fresh')].map(({ textContent }) => textContent);
    expect(badges()).toEqual(['3 new', '1 new']);
    expect(root.querySelector('.item')?.textContent).toContain('3 new');
    expect(await findFaults(document.body)).toEqual([]);
    root.querySelector<HTMLElement>('.item')?.click();
    await settle();
    expect(actions.seeFresh).toHaveBeenCalledExactlyOnceWith(first);
    await press('Escape');
    expect(badges()).toEqual(['1 new']);
    root.querySelectorAll<HTMLElement>('.item')[2]?.click();
    await settle();
    expect(actions.seeFresh).toHaveBeenCalledTimes(1);
  });

  test('that are not told take nothing from the list', async () => {
    actions = { ...actions, readFresh: () => Promise.reject(new Error('asleep')) };
    expect((await show()).querySelectorAll('.item')).toHaveLength(9);
  });
});

describe('looking up', () => {
  test('lists what words find, each with its reason, and says so to those who do not see it', async () => {
    const root = await show();
    await type(root, 'horizon scanning');
    expect(shown(root).querySelector('h1')?.textContent).toBe('Results for “horizon scanning”');
    expect(root.querySelector('[role=status]')?.textContent).toMatch(
      /^Results: 1 publication, 1 recommendation, 1 post$/,
    );
    expect(await findFaults(document.body)).toEqual([]);
  });

  test('lists notes that hold them first, which lead to what they are about', async () => {
    const { id } = feeds[0]?.posts[0] ?? { id: '' };
    const hits = [noteHit({ about: null, item: { kind: 'post', id } }), noteHit({ about: null, item: null })];
    const withNotes = (answer: LookUpAnswer) =>
      answer.kind === 'address' ? answer : { ...answer, notes: { items: hits, total: 2 } };
    actions = { ...actions, lookUp: async (question) => withNotes(await lookUp.answer(question)) };
    const describeFound = vi.spyOn(actions, 'describeFound');
    const root = await show();
    await type(root, 'aubergines');
    expect(shown(root).querySelector('h2')?.textContent).toBe('Your notes 2');
    expect(shown(root).querySelector('.item')?.textContent).toBe(
      'Your note on recommendation 3 · Nov 20, 2025Ask what contracts cost',
    );
    expect(shown(root).querySelectorAll('button.item')).toHaveLength(1);
    expect(root.querySelector('[role=status]')?.textContent).toMatch(/, 2 notes$/);
    expect(await findFaults(document.body)).toEqual([]);
    shown(root).querySelector<HTMLElement>('.item')?.click();
    await settle();
    expect(describeFound).toHaveBeenCalledExactlyOnceWith({ kind: 'post', id });
  });

  test('leads to all that was found, with the same words', async () => {
    const root = await show({}, { asked: ' procurement ', linkText: '' });
    const all = root.querySelector<HTMLElement>('.all-found button');
    const { inLibrary } = await found('procurement');
    expect(inLibrary).toBeGreaterThan(17);
    expect(all?.textContent).toBe(`All ${inLibrary} in the library`);
    all?.click();
    const route = { view: 'search', text: 'procurement', order: 'relevance' };
    expect(actions.onOpenLibrary).toHaveBeenCalledExactlyOnceWith(route);
  });

  test('marks the words where they stand, and says in which texts these are that are not shown', async () => {
    const root = await show();
    await type(root, 'horizon scanning');
    const marks = [...shown(root).querySelectorAll('.item-text mark')].map(({ textContent }) => textContent);
    expect(marks).toEqual(['horizon', 'scanning', 'horizon', 'scanning']);
    const reason = shown(root).querySelector('.item .item-reason');
    expect(reason?.textContent).toMatch(/^Posts about it: /);
    expect(reason?.querySelector('mark')?.textContent).toBe('horizon');
  });

  test('says what was looked for instead, which can be asked as such', async () => {
    const root = await show();
    await type(root, 'procuremnt');
    const said = 'Nothing was found. This was looked for instead: procurement';
    expect(shown(root).querySelector('.search-notice')?.textContent).toBe(said);
    expect(root.querySelector('[role=status]')?.textContent).toMatch(`${said}. Results: `);
    expect(await findFaults(document.body)).toEqual([]);
    shown(root).querySelector<HTMLElement>('.search-notice button')?.click();
    await settle();
    expect(root.querySelector<HTMLInputElement>('input[type=search]')?.value).toBe('procurement');
    expect(shown(root).querySelector('.search-notice')).toBeNull();
    await type(root, 'procurement kind:penguin');
    expect(shown(root).querySelector('.search-notice:last-of-type')?.textContent).toMatch(
      /^“kind:penguin” names no kind/,
    );
  });

  test('opens what was found, and leads back to where it stood in the list', async () => {
    const root = await show();
    await type(root, 'procurement');
    const second = shown(root).querySelectorAll<HTMLElement>('.item')[1];
    second?.focus();
    second?.click();
    await settle();
    expect(shown(root).querySelector('article h1')?.textContent).toMatch(/^'Coherence is needed'/);
    expect(document.activeElement?.textContent).toBe('Back to the results');
    expect(await findFaults(document.body)).toEqual([]);
    await press('Escape');
    expect(document.activeElement).toBe(second);
    await press('Escape');
    expect(shown(root).querySelector('h1')?.textContent).toBe('No posts about this page');
    expect(document.activeElement).toBe(root.querySelector('input[type=search]'));
  });

  test('goes down and up by arrow keys', async () => {
    const root = await show();
    await type(root, 'procurement');
    const items = shown(root).querySelectorAll('.item');
    await press('ArrowDown');
    expect(document.activeElement).toBe(items[0]);
    await press('ArrowDown');
    expect(document.activeElement).toBe(items[1]);
    await press('ArrowUp');
    await press('ArrowUp');
    expect(document.activeElement).toBe(root.querySelector('input[type=search]'));
  });

  test.each([
    ['https://example.org/a', 'No posts about this address'],
    ['xyzzy', 'No results'],
  ])('says in plain words that nothing is known of %s', async (asked, said) => {
    const root = await show();
    await type(root, asked);
    expect(shown(root).querySelector('h1')?.textContent).toBe(said);
    expect(root.querySelector('[role=status]')?.textContent).toBe(said);
    expect(await findFaults(document.body)).toEqual([]);
  });

  test('answers what was asked elsewhere, and what is asked after that', async () => {
    const address = 'https://www.instituteforgovernment.org.uk/publication/procurement-government-missions-delivery';
    const root = await show({}, { asked: address, linkText: 'a report' });
    expect(root.querySelector<HTMLInputElement>('input[type=search]')?.value).toBe(address);
    expect(shown(root).querySelector('article h1')?.textContent).toMatch(/^The role of procurement/);
    await show({}, { asked: 'https://example.org/', linkText: '' });
    expect(shown(root).querySelector('h1')?.textContent).toBe('No posts about this address');
  });

  test('has one request under way at most, and shows no answer to what is no longer asked', async () => {
    const waiting: [Question, (answer: LookUpAnswer) => void][] = [];
    actions = { ...actions, lookUp: (question) => new Promise((resolve) => waiting.push([question, resolve])) };
    const root = await show({ marks: null });
    const answer = async (place: number) => {
      const [question, resolve] = waiting[place] ?? [];
      if (question !== undefined) resolve?.(await lookUp.answer(question));
      await settle();
    };
    await type(root, 'pens');
    await type(root, 'pensions');
    await type(root, 'schools');
    expect(waiting.map(([{ asked }]) => asked)).toEqual(['pens']);
    await answer(0);
    expect(shown(root).querySelector('h1')).toBeNull();
    expect(waiting.map(([{ asked }]) => asked)).toEqual(['pens', 'schools']);
    await answer(1);
    expect(shown(root).querySelector('.item')?.textContent).toMatch(/^Performance Tracker 2025: Schools/);
    await type(root, 'tax');
    await type(root, '');
    await answer(2);
    expect(shown(root).querySelector('h1')?.textContent).toBe('No posts about this page');
  });

  test('says when the library does not answer, and asks again', async () => {
    actions = {
      ...actions,
      lookUp: vi.fn(async (question) => lookUp.answer(question)).mockRejectedValueOnce('asleep'),
    };
    const root = await show({ marks: null });
    await type(root, 'pensions');
    expect(shown(root).querySelector('h1')?.textContent).toBe('The posts could not be loaded');
    await tryAgain(root);
    expect(shown(root).querySelector('h1')?.textContent).toBe('Results for “pensions”');
  });

  test('says when what was found cannot be loaded, and asks again', async () => {
    const describeFound = vi.fn(async (found: HitKey) => lookUp.describe(found)).mockRejectedValueOnce('asleep');
    actions = { ...actions, describeFound };
    const root = await show();
    await type(root, 'procurement');
    const second = shown(root).querySelectorAll<HTMLElement>('.item')[1];
    second?.focus();
    second?.click();
    await settle();
    expect(main(root).textContent).toContain('The posts could not be loaded');
    await tryAgain(root);
    expect(shown(root).querySelector('article h1')?.textContent).toMatch(/^'Coherence is needed'/);
    await press('Escape');
    expect(document.activeElement).toBe(second);
  });
});

describe('from what is said of a publication', () => {
  const OPEN = 'Open in the library';
  const id = REPORT?.publication?.id;

  test('the page in front leads to it in the library', async () => {
    const root = await show({ answer: { kind: 'here', gloss: REPORT } });
    pressIn(root, OPEN, 'article');
    expect(actions.onOpenLibrary).toHaveBeenCalledExactlyOnceWith({ view: 'publication', id });
  });

  test.each([
    ['an address', 'https://www.instituteforgovernment.org.uk/publication/procurement-mission-led-government'],
    ['what words found', 'procurement'],
  ])('%s that was looked up does', async (_, asked) => {
    const root = await show({}, { asked, linkText: '' });
    root.querySelector<HTMLElement>('.item')?.click();
    await settle();
    pressIn(root, OPEN, 'article');
    expect(actions.onOpenLibrary).toHaveBeenCalledExactlyOnceWith({ view: 'publication', id: expect.any(String) });
    expect(await findFaults(document.body)).toEqual([]);
  });

  test('there is no way where there is no publication', async () => {
    if (REPORT === null) throw new Error('no report');
    const related = { ...REPORT, publication: null, match: { ...REPORT.match, sureness: 'related' as const } };
    const root = await show({ answer: { kind: 'here', gloss: related } });
    expect(root.querySelector('article')).not.toBeNull();
    expect(root.textContent).not.toContain(OPEN);
  });
});

describe('who linked to a page', () => {
  const ASK = 'Ask Bluesky who linked to this';
  const way = (root: HTMLElement) => shown(root).querySelector('.linked-by-way');
  const known = { answer: { kind: 'here', gloss: REPORT } } as const;
  /** The screen's own code has come. */
  const seeScreen = (root: HTMLElement) =>
    vi.waitFor(async () => {
      await settle();
      expect(root.querySelector('.linked-by h1')?.textContent).toBe('Who linked to this');
      expect(root.querySelector('.linked-by-sum')).not.toBeNull();
    });

  test('can be asked of a publication, and what that sends to whom is said before', async () => {
    const root = await show(known);
    expect(way(root)?.textContent).toBe(
      `${ASK}Sends the address of this page to constellation.microcosm.blue and public.api.bsky.app.`,
    );
    expect(actions.linkedBy.mayAsk).not.toHaveBeenCalled();
    pressIn(root, ASK, 'main');
    await seeScreen(root);
    expect(root.querySelector('.linked-by-sum')?.textContent).toBe('2 posts by 1 person');
    expect(shown(root).querySelector('article:not(.linked-by)')).toBeNull();
    expect(document.activeElement?.textContent).toBe('Back to this page');
    expect(await findFaults(document.body)).toEqual([]);
    await press('Escape');
    expect(root.querySelector('.linked-by')).toBeNull();
    expect(document.activeElement?.textContent).toBe(ASK);
  });

  test('is not asked before its reader has switched that on', async () => {
    vi.mocked(actions.linkedBy.mayAsk).mockResolvedValue(false);
    const root = await show(known);
    pressIn(root, ASK, 'main');
    await settle();
    expect(actions.linkedBy.onNeedConsent).toHaveBeenCalledExactlyOnceWith(PAGE.address);
    expect(root.querySelector('.linked-by')).toBeNull();
  });

  test('that is switched on and asked elsewhere meanwhile is seen in a pane that stands open', async () => {
    let last: LinkedBy | null = null;
    const linkedBy = doorsTo(told(), { readLinkedBy: () => ({ isAsking: false, last }) });
    actions = { ...actions, linkedBy };
    const root = await show(known);
    expect(way(root)?.textContent).toMatch(/^Ask Bluesky/);
    last = told({ askedAt: Date.now() - 3 * 3_600_000 });
    linkedBy.tellChange();
    await settle();
    expect(way(root)?.textContent).toBe('Show who linked to this2 posts, asked 3 hours ago.');
    expect(linkedBy.asked.mock.calls.map(([name]) => name)).not.toContain('askLinkedBy');
  });

  test('that was told already is shown without asking anybody, with its age', async () => {
    const last = told({ askedAt: Date.now() - 3 * 3_600_000 });
    const linkedBy = doorsTo(told(), { readLinkedBy: () => ({ isAsking: false, last }) });
    vi.mocked(linkedBy.mayAsk).mockResolvedValue(false);
    actions = { ...actions, linkedBy };
    const root = await show(known);
    expect(way(root)?.textContent).toBe('Show who linked to this2 posts, asked 3 hours ago.');
    pressIn(root, 'Show who linked to this', 'main');
    await seeScreen(root);
    expect(linkedBy.asked.mock.calls.map(([name]) => name)).not.toContain('askLinkedBy');
  });

  test.each([
    ['of the Institute’s site that the library does not know', 'https://www.instituteforgovernment.org.uk/new', true],
    ['of another site', 'https://news.example/', false],
    ['of a site that is called as if', 'https://instituteforgovernment.org.uk.example/', false],
  ])('a page %s', async (_, address, isOffered) => {
    const root = await show({ address, site: new URL(address).hostname });
    expect(way(root) !== null).toBe(isOffered);
  });

  test.each([
    ['https://news.example/anything', 'https://news.example/anything'],
    [
      'https://www.instituteforgovernment.org.uk/publication/procurement-government-missions-delivery',
      'https://instituteforgovernment.org.uk/publication/procurement-government-missions-delivery',
    ],
  ])('can be asked of %s, which was looked up by hand', async (asked, address) => {
    const root = await show({}, { asked, linkText: '' });
    const linkedBy = actions.linkedBy as ReturnType<typeof doorsTo>;
    pressIn(root, ASK, 'main');
    await seeScreen(root);
    expect(linkedBy.asked).toHaveBeenLastCalledWith('askLinkedBy', {
      address: expect.stringContaining(new URL(address).pathname),
    });
    expect(document.activeElement?.textContent).toBe('Back to the results');
    await press('Escape');
    expect(document.activeElement?.textContent).toBe(ASK);
    expect(root.querySelector<HTMLInputElement>('input[type=search]')?.value).toBe(asked);
  });

  test('can be asked of a publication that words have found', async () => {
    const root = await show({}, { asked: 'procurement', linkText: '' });
    root.querySelector<HTMLElement>('.item')?.click();
    await settle();
    pressIn(root, ASK, 'main');
    await seeScreen(root);
    await press('Escape');
    expect(shown(root).querySelector('article h1')).not.toBeNull();
    expect(document.activeElement?.textContent).toBe(ASK);
  });

  test('where the extension does not answer, it can still be asked', async () => {
    actions = { ...actions, linkedBy: doorsTo(told(), { readLinkedBy: () => Promise.reject(new Error('asleep')) }) };
    const root = await show(known);
    expect(way(root)?.textContent).toContain(ASK);
  });
});

describe('the foot', () => {
  test('says why the library is not kept', async () => {
    const root = await show({}, null, { ...library, storedIn: 'memory', because: 'unanswered' });
    expect(root.querySelector('footer')?.textContent).toContain('Your browser’s storage is not answering');
    expect(root.querySelector('footer')?.textContent).toContain('Ada’s feed');
    expect(await findFaults(document.body)).toEqual([]);
  });

  test('leads to the library, wherever that is, and to its accounts', async () => {
    const root = await show();
    pressIn(root, 'Library');
    pressIn(root, 'Accounts');
    expect(vi.mocked(actions.onOpenLibrary).mock.calls).toEqual([[null], [{ view: 'accounts' }]]);
  });

  test('has feeds brought up to date, but for those without an account', async () => {
    const [feed] = library.feeds;
    if (feed === undefined) throw new Error('no feed');
    const saved = { ...feed, id: 'text-page:saved.example', displayName: 'Saved', isBundled: false };
    const account = {
      ...saved,
      id: 'did:plc:b',
      displayName: 'Bo',
      origin: { kind: 'bluesky', did: 'did:plc:b' },
    } as const;
    const named = async (...feeds: LibraryState['feeds']) => {
      const root = await show({}, null, { ...library, feeds });
      return [...root.querySelectorAll('footer [aria-label]')].map((each) => each.getAttribute('aria-label'));
    };
    expect(await named(saved, account)).toEqual(['Bring up to date: Bo']);
    await clear();
    const root = await show({}, null, { ...library, feeds: [feed, account] });
    const names = [...root.querySelectorAll('footer [aria-label]')].map((each) => each.getAttribute('aria-label'));
    expect(names).toEqual(['Bring up to date: Ada', 'Bring up to date: Bo']);
    pressIn(root, 'Bring up to date');
    expect(actions.onUpdate).toHaveBeenCalledExactlyOnceWith(feed.id);
    await settle();
    expect(await findFaults(document.body)).toEqual([]);
  });

  test('names the first feeds, and counts the others', async () => {
    const feeds = ['Ada', 'Bo', 'Cai', 'Di'].flatMap((displayName) =>
      library.feeds.map((feed) => ({ ...feed, id: `text-page:${displayName}`, displayName })),
    );
    const root = await show({}, null, { ...library, feeds });
    expect(root.querySelector('.sources')?.textContent).toMatch(/Ada’s feed.*Bo’s feed.*And 2 more\.$/);
    expect(root.querySelector('.sources-ways')?.textContent).toBe('Library Accounts');
    expect(root.querySelector('.sources')?.textContent).not.toContain('Cai');
  });

  test('says when the switch was not saved, and shows it as it is', async () => {
    actions = { ...actions, onSwitchSite: () => Promise.reject(new Error('full')) };
    const root = await show();
    const box = root.querySelector<HTMLInputElement>('input[type=checkbox]');
    for (const _ of [1, 2]) {
      box?.click();
      await settle();
      expect(root.querySelector('footer [role=alert]')?.textContent).toMatch(/^Not saved/);
      expect(box?.checked).toBe(true);
    }
  });
});

async function type(root: HTMLElement, text: string): Promise<void> {
  const field = root.querySelector<HTMLInputElement>('input[type=search]');
  if (field === null) throw new Error('there is no field');
  field.focus();
  field.value = text;
  await act(() => void field.dispatchEvent(new Event('input', { bubbles: true })));
  await settle();
}

function pressIn(root: HTMLElement, name: string, part = 'footer'): void {
  [...root.querySelectorAll<HTMLButtonElement>(`${part} button`)]
    .find(({ textContent }) => textContent === name)
    ?.click();
}

async function press(key: string): Promise<void> {
  await act(
    () =>
      void document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
      ),
  );
  await settle();
}

async function tryAgain(root: HTMLElement): Promise<void> {
  await act(() => [...main(root).querySelectorAll('button')].find((each) => each.textContent === 'Try again')?.click());
  await settle();
}

function main(root: HTMLElement): HTMLElement {
  return root.querySelector('main') ?? root;
}

/** Answers come as promises, and the focus goes back in the next frame. */
async function settle(): Promise<void> {
  await act(() => new Promise((resolve) => setTimeout(resolve, 4)));
}

/** The part of the pane that is not hidden. */
function shown(root: HTMLElement): HTMLElement {
  const main = root.querySelector('main')?.cloneNode(false);
  if (!(main instanceof HTMLElement)) throw new Error('there is no main part');
  return (
    [...root.querySelectorAll<HTMLElement>('main > *')].find((part) => !part.hidden && part.matches('article, div')) ??
    main
  );
}
