// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { BesideForm } from '../../../components/beside-form.ts';
import { FollowUpPlace } from '../../../components/own/follow-up-place.tsx';
import { createOwn, type Own, OwnContext } from '../../../components/own/own.ts';
import type { FollowUp } from '../../../core/model/own.ts';
import { subjectOfRecommendation } from '../../../core/own/subjects.ts';
import { followUpOf, REPORT as PUBLICATION, subjectOf } from '../../core/follow-up/lines.ts';
import { findFaults } from '../find-faults.ts';
import { clear, showInEnglish } from '../in-english.tsx';
import { ownAnswers } from '../own-answers.ts';

// Time passes by itself, for what looks for faults waits for it, and at once where a test rests.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true }));
afterEach(async () => {
  refusal = null;
  await clear();
  vi.useRealTimers();
});

/** Why nothing is stored for now. */
let refusal: Error | null = null;

const { kind: _, publication: __, words, ...place } = subjectOf(1);
const RECOMMENDATION = { ...place, text: words, publication: PUBLICATION.id };
const SUBJECT = subjectOfRecommendation(RECOMMENDATION, PUBLICATION);

async function show(records: readonly FollowUp[], form: 'whole' | 'line' = 'whole') {
  const { answers, all } = ownAnswers(records, () => 5);
  const ask = (async (name: keyof typeof answers, request: never) => {
    if (refusal !== null && name === 'changeFollowUp') throw refusal;
    return answers[name](request);
  }) as unknown;
  const own = createOwn(ask as Parameters<typeof createOwn>[0], () => () => {});
  return { ...(await showWith(own, form)), own, all };
}

async function showWith(own: Own, form: 'whole' | 'line' = 'whole') {
  const root = await showInEnglish(
    <OwnContext.Provider value={own}>
      <BesideForm.Provider value={form}>
        <main>
          <h1>Recommendations</h1>
          <FollowUpPlace item={{ recommendation: RECOMMENDATION, publication: PUBLICATION }} />
        </main>
      </BesideForm.Provider>
    </OwnContext.Provider>,
  );
  await rest();
  return { root };
}

const rest = () => act(() => vi.advanceTimersByTimeAsync(100).then(() => {}));

/** Until its fields are loaded. */
async function open(root: HTMLElement): Promise<void> {
  await act(() => {
    root.querySelector('summary')?.click();
  });
  await act(() => vi.dynamicImportSettled());
  await rest();
}

test('says how a recommendation stands, and that nothing was noted where that is so', async () => {
  expect((await show([])).root.querySelector('summary')?.textContent).toBe('Follow-up');
  const noted = followUpOf(SUBJECT, { response: 'accepted', progress: 'done', checkOn: '2020-01-01' });
  expect((await show([noted])).root.querySelector('summary')?.textContent).toBe(
    'Follow-up: accepted · done · to be checked since Jan 1, 2020',
  );
});

test('what is about its words goes before what was at its place, which says that the words have changed', async () => {
  const before = followUpOf({ ...SUBJECT, words: 'Something else stood here before' }, { id: 'a', progress: 'done' });
  const now = followUpOf(SUBJECT, { id: 'b', progress: 'under-way' });
  expect((await show([before, now])).root.querySelector('summary')?.textContent).toBe(
    'Follow-up: none yet · under way',
  );
  expect((await show([before])).root.querySelector('summary')?.textContent).toBe(
    'Follow-up: none yet · done · the words have changed since',
  );
});

test('opens to all of its fields, or to a short form with the way to the rest', async () => {
  const { root, all } = await show([]);
  await open(root);
  expect(root.querySelectorAll('select, textarea, input')).toHaveLength(4);
  expect(await findFaults(root)).toEqual([]);
  const [response] = root.querySelectorAll('select');
  await act(() => {
    if (response !== undefined) response.value = 'rejected';
    response?.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await rest();
  expect(all()).toMatchObject([{ response: 'rejected', subject: SUBJECT }]);
  expect(root.querySelector('summary')?.textContent).toBe('Follow-up: rejected · not started');
  await clear();
  const short = await show([], 'line');
  await open(short.root);
  expect(short.root.querySelectorAll('textarea')).toHaveLength(0);
  expect(short.root.querySelector('.follow-editor a')?.getAttribute('href')).toMatch(/^\/library\.html\?view=post&id=/);
});

test.each([
  ['not kept: full', 'no room left'],
  ['not kept: refused', 'did not take it'],
])('a choice that is %s stays as it was made, says so, and is tried again', async (message, words) => {
  const { root, own, all } = await show([]);
  await open(root);
  refusal = new Error(message);
  const [response, progress] = root.querySelectorAll('select');
  const choose = (field: HTMLSelectElement | undefined, value: string) =>
    act(() => {
      if (field !== undefined) field.value = value;
      field?.dispatchEvent(new Event('change', { bubbles: true }));
    });
  await choose(response, 'rejected');
  await choose(response, 'accepted');
  await choose(progress, 'done');
  await rest();
  expect(root.textContent).toContain(words);
  expect(own.hasUnkept()).toBe(true);
  expect([response?.value, progress?.value]).toEqual(['accepted', 'done']);
  expect(all()).toEqual([]);
  refusal = null;
  for (let times = 0; times < 40 && root.textContent?.includes(words); times += 1) await rest();
  expect(all()).toMatchObject([{ response: 'accepted', progress: 'done' }]);
  expect(root.textContent).not.toContain(words);
  expect(own.hasUnkept()).toBe(false);
});

/** In the field or button that a label or its own text names. */
const find = <Found extends HTMLElement>(root: HTMLElement, name: string): Found => {
  const label = [...root.querySelectorAll('label')].find((each) => each.textContent === name);
  const button = [...root.querySelectorAll('button')].find((each) => each.textContent === name);
  const found = label === undefined ? button : root.querySelector(`[id="${label.htmlFor}"]`);
  if (!found) throw new Error(`no ${name} in ${root.innerHTML}`);
  return found as unknown as Found;
};
const press = async (root: HTMLElement, name: string) => {
  await act(() => find<HTMLButtonElement>(root, name).click());
  await rest();
};
const type = async (field: HTMLInputElement, text: string) => {
  await act(() => {
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await act(() => void field.dispatchEvent(new Event('blur')));
  await rest();
};

test('what could not be kept is there when its fields come back, and is tried again though they are gone', async () => {
  const { root, own, all } = await show([]);
  await open(root);
  refusal = new Error('not kept: full');
  await type(find(root, 'Remark'), 'Asked the department');
  await act(() => {
    const [response] = root.querySelectorAll('select');
    if (response !== undefined) response.value = 'rejected';
    response?.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await rest();
  await clear();
  expect(own.hasUnkept()).toBe(true);
  const { root: again } = await showWith(own);
  await open(again);
  expect(find<HTMLTextAreaElement>(again, 'Remark').value).toBe('Asked the department');
  expect(again.querySelector('select')?.value).toBe('rejected');
  await clear();
  refusal = null;
  for (let times = 0; times < 40 && own.hasUnkept(); times += 1) await rest();
  expect(all()).toMatchObject([{ response: 'rejected', remarks: ['Asked the department'] }]);
});

test('evidence that is removed is had back with all of its words, and what went stands in the history', async () => {
  const { root, all } = await show([]);
  await open(root);
  await press(root, 'Add evidence');
  expect(document.activeElement).toBe(find(root, 'Address'));
  await type(find(root, 'Title'), 'Government response');
  await type(find(root, 'Quotation'), 'We accept this');
  await press(root, 'Done');
  expect(document.activeElement?.textContent).toBe('Add evidence');
  await press(root, 'Remove');
  expect(all()).toMatchObject([{ evidence: [], history: [{ to: { title: 'Government response' } }, { to: null }] }]);
  expect(document.activeElement?.textContent).toBe('Add evidence');
  await press(root, 'Undo');
  expect(all()).toMatchObject([{ evidence: [{ title: 'Government response', quotation: 'We accept this' }] }]);
});

test('what stood around a quotation goes with it, and stays where something else is changed', async () => {
  const around = { prefix: 'To the first: ', suffix: ', said the minister' };
  const said = {
    address: 'https://gov.example/a',
    title: 'Response',
    quotation: 'We accept it in part',
    day: null,
    remark: '',
  };
  const { root, all } = await show([followUpOf(SUBJECT, { evidence: [{ id: 'e', ...said, around }] })]);
  await open(root);
  await press(root, 'Change');
  await type(find(root, 'Title'), 'The response');
  expect(all()).toMatchObject([{ evidence: [{ title: 'The response', around }] }]);
  await type(find(root, 'Quotation'), 'We accept it');
  expect(all()[0]).toMatchObject({ evidence: [{ quotation: 'We accept it' }] });
  expect(JSON.stringify((all()[0] as FollowUp).evidence)).not.toContain('said the minister');
});

test('fields of evidence stay while nothing stands in them, and what is written then is that evidence', async () => {
  const { root, all } = await show([]);
  await open(root);
  await press(root, 'Add evidence');
  await type(find(root, 'Title'), 'Response');
  await press(root, 'Done');
  await press(root, 'Change');
  const title = find<HTMLInputElement>(root, 'Title');
  await type(title, '');
  expect(all()).toMatchObject([{ evidence: [] }]);
  expect(title.isConnected).toBe(true);
  await type(title, 'New title');
  expect(all()).toMatchObject([{ evidence: [{ title: 'New title' }] }]);
  await press(root, 'Done');
  expect(root.querySelectorAll('.follow-source')).toHaveLength(1);
  expect(document.activeElement?.textContent).toBe('Change');
});
