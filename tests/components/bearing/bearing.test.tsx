// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  BearingContext,
  type BearingDoors,
  type BearingPage,
  type BearingState,
} from '../../../components/bearing/bearing.ts';
import { BearingPart } from '../../../components/bearing/bearing-part.tsx';
// So that it is there as soon as it is asked for.
import '../../../components/bearing/bearing-view.tsx';
import type { RecommendationSubject } from '../../../core/model/own.ts';
import type { PageBearing } from '../../../core/protocol/bearing.ts';
import { findFaults } from '../find-faults.ts';
import { clear, showInEnglish } from '../in-english.tsx';

const PAGE: BearingPage = { tabId: 7, address: 'https://gov.example/a', title: 'An answer', kind: 'web' };

function subjectOf(number: number, words: string): RecommendationSubject {
  const publication = { id: 'publication:1', title: 'A report', addresses: [] };
  return { kind: 'recommendation', publication, thread: 't', post: 'p', number, section: null, words };
}
const FIRST = subjectOf(1, 'Publish pipelines');
const SECOND = subjectOf(2, 'Train buyers');
const QUOTE = { exact: 'We will publish <b>pipelines</b>.', prefix: 'Yes. ', suffix: '' };
const BEARING: PageBearing = {
  address: PAGE.address,
  title: PAGE.title,
  scope: 'followed',
  followsNone: false,
  recommendations: 2,
  words: 1234,
  isCut: false,
  hasFrames: false,
  found: [{ subject: FIRST, passages: [{ id: 'passage 1', quote: QUOTE, words: ['publish', 'pipelines'] }] }],
};

let doors: BearingDoors;
beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-03-04T12:00:00Z'), toFake: ['Date'] });
  doors = {
    look: vi.fn<BearingDoors['look']>(async () => ({ kind: 'looked', bearing: BEARING })),
    readScope: vi.fn<BearingDoors['readScope']>(async () => 'followed'),
    keepScope: vi.fn<BearingDoors['keepScope']>(async () => {}),
    readLast: vi.fn<BearingDoors['readLast']>(async () => null),
    show: vi.fn<BearingDoors['show']>(async () => true),
    readSelection: vi.fn<BearingDoors['readSelection']>(async () => QUOTE),
    findEvidence: vi.fn<BearingDoors['findEvidence']>(async () => []),
    markEvidence: vi.fn<BearingDoors['markEvidence']>(async () => ['e1']),
    listRecommendations: vi.fn<BearingDoors['listRecommendations']>(async () => [FIRST, SECOND]),
    keepEvidence: vi.fn<BearingDoors['keepEvidence']>(async () => null),
    newId: () => 'new',
    onOwnChange: () => () => {},
  };
});
afterEach(async () => {
  await clear();
  vi.useRealTimers();
});

let root: HTMLElement;
async function show(page: Partial<BearingPage> = {}, state: Partial<BearingState> = {}): Promise<void> {
  root = await showInEnglish(
    <main>
      <h1>A page</h1>
      <BearingContext.Provider value={{ doors, pending: null, ...state }}>
        <BearingPart page={{ ...PAGE, ...page }} />
      </BearingContext.Provider>
    </main>,
  );
  await settle();
}

/** The view is loaded when it is first wanted. */
async function settle(does: () => void = () => {}): Promise<void> {
  await act(does);
  for (let turn = 0; turn < 3; turn += 1) await act(() => new Promise((resolve) => setTimeout(resolve, 10)));
}
const text = (selector: string) => [...root.querySelectorAll(selector)].map((each) => each.textContent?.trim());

async function press(name: string): Promise<void> {
  const buttons = [...root.querySelectorAll('button')];
  const button = buttons.find((each) => (each.getAttribute('aria-label') ?? each.textContent)?.trim().startsWith(name));
  if (button === undefined) throw new Error(`no ${name} among ${buttons.map((each) => each.textContent).join(', ')}`);
  await settle(() => button.click());
}

const LOOK = 'Look for what bears on the recommendations';
const EVIDENCE = {
  id: 'new',
  address: PAGE.address,
  title: PAGE.title,
  quotation: QUOTE.exact,
  day: '2026-03-04',
  remark: '',
  around: { prefix: 'Yes. ', suffix: '' },
};

test('nothing is asked of the page before its reader asks', async () => {
  await show();
  expect([doors.look, doors.readSelection, doors.markEvidence].map((each) => vi.mocked(each).mock.calls)).toEqual([
    [],
    [],
    [],
  ]);
  expect(await findFaults(root)).toEqual([]);
});

test('what was found stands by recommendation, as text and never as markup, with the words that connect', async () => {
  await show();
  await press(LOOK);
  expect(doors.look).toHaveBeenCalledWith(7, 'followed');
  expect(text('.bearing-recommendation > .item-meta')).toEqual(['Recommendation 1 · A report']);
  expect(text('.bearing-passages .item-text')).toEqual([QUOTE.exact]);
  expect(text('.bearing-why span')).toEqual(['Matched by these words: publish, pipelines.']);
  expect(text('[role=status] .bearing-line')).toEqual([
    '1 passage on this page, on 1 recommendation. Marked in the page.',
  ]);
  expect(text('[role=status] .bearing-quiet')).toEqual(['Looked for: 2 recommendations. Read: 1,234 words.']);
  expect(await findFaults(root)).toEqual([]);
});

test('the reader says for which publications', async () => {
  await show();
  await press(LOOK);
  const select = root.querySelector('select');
  if (select) select.value = 'all';
  await press('Look again');
  expect(doors.look).toHaveBeenLastCalledWith(7, 'all');
});

describe('it is said', () => {
  test.each([
    [{ isCut: true }, 'The page is longer than that, and was cut'],
    [{ hasFrames: true }, 'Frames in the page were not looked through.'],
    [{ followsNone: true, scope: 'all' as const }, 'You follow nothing up yet'],
    [{ found: [] }, 'Nothing on this page bears on the recommendations'],
    [{ words: 0, found: [] }, 'No text could be read in this page.'],
  ])('of %j', async (part, said) => {
    vi.mocked(doors.look).mockResolvedValue({ kind: 'looked', bearing: { ...BEARING, ...part } });
    await show();
    await press(LOOK);
    expect(text('[role=status]').join()).toContain(said);
  });

  test.each([
    ['closed', 'does not let IfG Gloss read this page'],
    ['left', 'The page changed while'],
    ['none', 'There are no recommendations'],
  ] as const)('where it came to nothing: %s', async (kind, said) => {
    vi.mocked(doors.look).mockResolvedValue({ kind });
    await show();
    await press(LOOK);
    expect(text('[role=status]').join()).toContain(said);
    expect(await findFaults(root)).toEqual([]);
  });

  test('where nobody answers', async () => {
    vi.mocked(doors.look).mockRejectedValue(new Error('gone'));
    await show();
    await press(LOOK);
    expect(text('[role=status]').join()).toContain('IfG Gloss did not answer.');
  });
});

test('a passage that is not there any more is said to be gone', async () => {
  vi.mocked(doors.show).mockResolvedValueOnce(false);
  await show();
  await press(LOOK);
  await press(QUOTE.exact);
  expect(doors.show).toHaveBeenCalledWith(7, 'passage 1');
  expect(text('[role=alert]').join()).toContain('no longer where it was');
  await press(QUOTE.exact);
  expect(text('[role=alert]')).toEqual([]);
});

test('a passage becomes evidence of its recommendation, and is taken back', async () => {
  await show();
  await press(LOOK);
  await press('Use as evidence');
  expect(doors.keepEvidence).toHaveBeenCalledWith(FIRST, null, EVIDENCE);
  expect(text('.bearing-told')).toEqual(['Added as evidence of recommendation 1. Undo']);
  await press('Undo');
  expect(doors.keepEvidence).toHaveBeenLastCalledWith(FIRST, EVIDENCE, null);
  expect(text('.bearing-told')).toEqual(['Taken back.']);
});

test('a passage that is evidence already says so', async () => {
  vi.mocked(doors.findEvidence).mockResolvedValue([{ subject: FIRST, evidence: EVIDENCE }]);
  await show();
  await press(LOOK);
  expect(text('.bearing-why strong')).toEqual(['Is evidence']);
});

test.each([
  ['full', 'there is no room left'],
  ['failed', 'the browser did not store it'],
] as const)('what is not kept is not said to be: %s', async (why, said) => {
  vi.mocked(doors.keepEvidence).mockResolvedValue(why);
  await show();
  await press(LOOK);
  await press('Use as evidence');
  expect(text('.bearing-told').join()).toContain(said);
  expect(text('.bearing-told').join()).not.toContain('Undo');
});

test('what is selected becomes evidence in two clicks', async () => {
  await show();
  await press('Use selected text');
  expect(text('.bearing-quote')).toEqual([QUOTE.exact]);
  expect(await findFaults(root)).toEqual([]);
  await press('Recommendation 2');
  expect(doors.keepEvidence).toHaveBeenCalledWith(SECOND, null, EVIDENCE);
});

test('where nothing is selected, that is said, and a text can be pasted', async () => {
  vi.mocked(doors.readSelection).mockResolvedValue(null);
  await show();
  await press('Use selected text');
  expect(text('[role=alert]').join()).toContain('No text is selected');
  expect(root.querySelector('details')?.hasAttribute('open')).toBe(true);
  vi.mocked(doors.readSelection).mockResolvedValue(QUOTE);
  await press('Use selected text');
  await press('Cancel');
  expect(text('[role=alert]')).toEqual([]);
});

test('recommendations are filtered by words, and the choice is left by Escape', async () => {
  await show();
  await press('Use selected text');
  const field = root.querySelector<HTMLInputElement>('.bearing-filter');
  if (field === null) throw new Error('no field');
  const write = async (words: string) => {
    field.value = words;
    await settle(() => void field.dispatchEvent(new Event('input', { bubbles: true })));
  };
  await write('TRAIN 2');
  expect(text('.bearing .item-meta')).toEqual(['Recommendation 2 · A report']);
  await write('nothing like it');
  expect(text('.notice')).toEqual(['No recommendation has these words.']);
  await settle(() => void field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })));
  expect(text('.bearing-quote')).toEqual([]);
  expect(doors.keepEvidence).not.toHaveBeenCalled();
});

describe('what is asked at the page’s menu', () => {
  test('has the page looked through', async () => {
    await show({}, { pending: { tabId: 7, windowId: 1, selected: null, time: 1 } });
    expect(doors.look).toHaveBeenCalledTimes(1);
  });

  test('is quoted with what is around it, where the page still has it selected', async () => {
    await show({}, { pending: { tabId: 7, windowId: 1, selected: 'We will  publish <b>pipelines</b>.', time: 1 } });
    await press('Recommendation 1');
    expect(doors.keepEvidence).toHaveBeenCalledWith(FIRST, null, EVIDENCE);
  });

  test('is quoted as it was where something else is selected by now', async () => {
    await show({}, { pending: { tabId: 7, windowId: 1, selected: 'What was selected', time: 1 } });
    expect(text('.bearing-quote')).toEqual(['What was selected']);
  });

  test('is quoted as it is where the page cannot be read, as a PDF', async () => {
    vi.mocked(doors.readSelection).mockResolvedValue(null);
    await show({ kind: 'pdf' }, { pending: { tabId: 7, windowId: 1, selected: 'In\na PDF', time: 1 } });
    await press('Recommendation 1');
    const { around: _, ...plain } = EVIDENCE;
    expect(doors.keepEvidence).toHaveBeenCalledWith(FIRST, null, { ...plain, quotation: 'In a PDF' });
  });

  test('of another tab is not for this one', async () => {
    await show({}, { pending: { tabId: 8, windowId: 1, selected: null, time: 1 } });
    expect(doors.look).not.toHaveBeenCalled();
  });
});

test('evidence of the page is listed by itself, and marked in the page when that is asked', async () => {
  vi.mocked(doors.findEvidence).mockResolvedValue([{ subject: FIRST, evidence: EVIDENCE }]);
  await show();
  expect(text('.bearing-heading')).toEqual(['Your evidence from this page 1']);
  expect(doors.markEvidence).not.toHaveBeenCalled();
  await press('Mark it in the page');
  expect(text('section section [role=status]')).toEqual(['Marked in the page.']);
  vi.mocked(doors.markEvidence).mockResolvedValueOnce([]);
  await press('Mark it in the page');
  expect(text('section section [role=status]')).toEqual(['Still in the page as it was: 0 of 1.']);
  vi.mocked(doors.markEvidence).mockResolvedValueOnce(null);
  await press('Mark it in the page');
  expect(text('section section [role=status]').join()).toContain('cannot be marked');
  expect(await findFaults(root)).toEqual([]);
});

test('of which publications is kept where the reader chose it, and holds for what is asked at the menu of another page', async () => {
  await show();
  await press(LOOK);
  const choice = root.querySelector('select');
  if (choice === null) throw new Error('no choice');
  expect(choice.value).toBe('followed');
  choice.value = 'all';
  await press('Look again');
  expect(doors.keepScope).toHaveBeenCalledExactlyOnceWith('all');
  await clear();
  vi.mocked(doors.readScope).mockResolvedValue('all');
  await show({}, { pending: { tabId: 7, windowId: 1, selected: null, time: 1 } });
  expect(doors.look).toHaveBeenLastCalledWith(7, 'all');
  expect(doors.keepScope).toHaveBeenCalledTimes(1);
});

test('what was found last is there again', async () => {
  vi.mocked(doors.readLast).mockResolvedValue(BEARING);
  await show();
  expect(text('.bearing-passages .item-text')).toEqual([QUOTE.exact]);
  expect(doors.look).not.toHaveBeenCalled();
});

test.each([
  ['pdf', 'lets no extension read inside this PDF'],
  ['closed', 'does not let IfG Gloss read this page'],
  ['withheld', 'has to be allowed on it'],
] as const)('a page that cannot be read (%s) is said to be one, and its text can be pasted', async (kind, said) => {
  await show({ kind });
  await press(LOOK);
  expect(doors.look).not.toHaveBeenCalled();
  expect(text('.notice').join()).toContain(said);
  expect(await findFaults(root)).toEqual([]);
  const field = root.querySelector('textarea');
  if (field === null) throw new Error('no field');
  field.value = ' pasted\n text ';
  await settle(() => void field.dispatchEvent(new Event('input', { bubbles: true })));
  await press('Use this text');
  await press('Recommendation 2');
  const { around: _, ...plain } = EVIDENCE;
  expect(doors.keepEvidence).toHaveBeenCalledWith(SECOND, null, { ...plain, quotation: 'pasted text' });
});

test.each(['browser', 'extension', 'gone', 'unseen', 'file'] as const)(
  'nothing of it is at what is no page: %s',
  async (kind) => {
    await show({ kind });
    expect(text('.bearing')).toEqual([]);
  },
);
