// @vitest-environment happy-dom
import type { VNode } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { BesideForm } from '../../../components/beside-form.ts';
import { Copying } from '../../../components/copy-button.tsx';
import { NoteOf } from '../../../components/own/note-of.tsx';
import { NotePlace } from '../../../components/own/note-place.tsx';
import { createOwn, type Own, OwnContext } from '../../../components/own/own.ts';
import type { Note, OwnRecord, Subject } from '../../../core/model/own.ts';
import { changeNote } from '../../../core/own/change.ts';
import { ownIdOf, subjectOfPost } from '../../../core/own/subjects.ts';
import { findFaults } from '../find-faults.ts';
import { clear, showInEnglish } from '../in-english.tsx';
import { readBundledFeed } from '../seeds.ts';
import { noteOn, PUBLICATION, RECOMMENDATION } from './notes.ts';

let stored: Note | null;
let again: () => void;
let refusal: Error | null;
let others: readonly Note[];
let own: Own;
let root: HTMLElement;

beforeEach(() => {
  // Time passes by itself, for what looks for faults waits for it, and at once where a test waits for what it brings.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
  stored = null;
  refusal = null;
  others = [];
});
afterEach(async () => {
  await clear();
  vi.useRealTimers();
});

/** A background that keeps one note as the real one does. */
const ask = (async (name: string, request: { subject: Subject; from: string; to: string }) => {
  if (name === 'findOwn') return stored === null ? [] : [stored, ...others];
  if (refusal !== null) throw refusal;
  const after: OwnRecord | null = changeNote(stored, request.subject, request, { at: Date.now(), by: 'here' });
  stored = after?.kind === 'note' ? after : null;
  again();
  return { record: stored };
}) as unknown as Parameters<typeof createOwn>[0];

const show = (subject: Subject, form: 'whole' | 'line' = 'whole') =>
  showInside(<NoteOf id={ownIdOf('note', subject)} subject={subject} />, form);

async function showInside(place: VNode, form: 'whole' | 'line' = 'whole'): Promise<void> {
  own = createOwn(ask, (listener) => {
    again = listener;
    return () => {};
  });
  root = await showInEnglish(
    <Copying.Provider value={() => true}>
      <OwnContext.Provider value={own}>
        <BesideForm.Provider value={form}>
          <main>
            <h1>Notes</h1>
            {place}
          </main>
        </BesideForm.Provider>
      </OwnContext.Provider>
    </Copying.Provider>,
  );
  await settle(() => expect(root.querySelector('[data-note]')).not.toBeNull());
}

const button = (name: string) => {
  const found = [...root.querySelectorAll('button')].find((each) => each.textContent === name);
  if (found === undefined) throw new Error(`no button ${name} in ${root.innerHTML}`);
  return found;
};
const press = (name: string) => act(() => button(name).click());
const field = () => root.querySelector('textarea');
const write = (text: string) =>
  act(() => {
    const area = field();
    if (area === null) throw new Error('no field');
    area.value = text;
    area.dispatchEvent(new Event('input', { bubbles: true }));
  });
const said = () => root.querySelector('.note')?.textContent;
async function settle(expected: () => void): Promise<void> {
  for (let time = 0; time < 3000; time += 50) {
    try {
      return expected();
    } catch {
      await act(() => vi.advanceTimersByTimeAsync(50).then(() => {}));
    }
  }
  expected();
}

test('a note is written, kept by itself and read with its links', async () => {
  await show(RECOMMENDATION);
  expect(button('Note').getAttribute('aria-label')).toBe('Note on recommendation 3');
  await press('Note');
  expect(document.activeElement).toBe(field());
  expect(field()?.getAttribute('aria-label')).toBe('Your note on recommendation 3');
  await write('See https://gov.uk/a');
  expect(said()).toContain('Saving…');
  await settle(() => expect(said()).toContain('Saved'));
  expect(stored?.texts).toEqual(['See https://gov.uk/a']);
  await press('Close');
  const link = root.querySelector('a');
  expect([link?.href, link?.target, link?.rel]).toEqual(['https://gov.uk/a', '_blank', 'noopener noreferrer']);
  expect(document.activeElement).toBe(button('Edit'));
  expect(await findFaults(document.body)).toEqual([]);
});

test('markup in a note is text', async () => {
  stored = noteOn(PUBLICATION, '<img src=x onerror=alert(1)> javascript:alert(2)');
  await show(PUBLICATION);
  expect(root.querySelector('img, a')).toBeNull();
  expect(root.querySelector('.note-text')?.textContent).toBe('<img src=x onerror=alert(1)> javascript:alert(2)');
});

test('undo gives back the text as it was when the field was opened', async () => {
  stored = noteOn(PUBLICATION, 'before');
  await show(PUBLICATION);
  await press('Edit');
  await write('after');
  await settle(() => expect(stored?.texts).toEqual(['after']));
  await press('Undo');
  expect(field()?.value).toBe('before');
  await settle(() => expect(stored?.texts).toEqual(['before']));
  await write('after');
  await press('Close');
  await press('Edit');
  await write('later');
  await press('Undo');
  expect(field()?.value).toBe('after');
});

test('a note that is removed can be had back', async () => {
  stored = noteOn(PUBLICATION, 'a\nb');
  await show(PUBLICATION);
  await press('Remove');
  await settle(() => expect(stored).toBeNull());
  expect(root.textContent).toContain('Note removed.');
  expect(document.activeElement).toBe(button('Note'));
  expect(own.readWritten()).toEqual([{ id: ownIdOf('note', PUBLICATION), subject: PUBLICATION }]);
  await press('Undo');
  await settle(() => expect(stored?.texts).toEqual(['a\nb']));
});

test('a note that is had back while it is still being removed is there', async () => {
  stored = noteOn(PUBLICATION, 'a');
  await show(PUBLICATION);
  await act(() => {
    button('Remove').click();
  });
  await act(() => {
    button('Undo').click();
  });
  await settle(() => expect(own.hasUnkept()).toBe(false));
  await act(() => vi.advanceTimersByTimeAsync(200).then(() => {}));
  expect(stored?.texts).toEqual(['a']);
  expect(said()).toContain('a');
});

test.each([
  ['not kept: full', 'no room left'],
  ['not kept: refused', 'does not store it'],
])('what is %s is said, stays, and is tried again', async (message, words) => {
  await show(PUBLICATION);
  refusal = new Error(message);
  await press('Note');
  await write('mine');
  await settle(() => expect(root.querySelector('[role=alert]')?.textContent).toContain(words));
  expect(field()?.value).toBe('mine');
  expect(own.hasUnkept()).toBe(true);
  expect(button('Copy').title).toBe('Copy the note');
  expect(await findFaults(document.body)).toEqual([]);
  refusal = null;
  await settle(() => expect(stored?.texts).toEqual(['mine']));
  expect(own.hasUnkept()).toBe(false);
});

test('what another window writes comes without taking the field or its words', async () => {
  stored = noteOn(PUBLICATION, 'one two');
  await show(PUBLICATION);
  await press('Edit');
  field()?.setSelectionRange(3, 3);
  stored = noteOn(PUBLICATION, 'one two three');
  await act(() => again());
  await settle(() => expect(field()?.value).toBe('one two three'));
  expect(document.activeElement).toBe(field());
  expect(field()?.selectionStart).toBe(3);
});

test('two texts that were written at once are both shown, and become one', async () => {
  stored = noteOn(PUBLICATION, 'mine', 'theirs');
  await show(PUBLICATION);
  expect([...root.querySelectorAll('.note-text')].map((each) => each.textContent)).toEqual(['mine', 'theirs']);
  expect(await findFaults(document.body)).toEqual([]);
  await press('Keep both as one');
  await settle(() => expect(stored?.texts).toEqual(['mine\n\ntheirs']));
});

test.each([
  ['Keep only this one', 'theirs'],
  ['Keep only the text above', 'mine'],
])('“%s” leaves that text, and the other can be had back', async (name, kept) => {
  stored = noteOn(PUBLICATION, 'mine', 'theirs');
  await show(PUBLICATION);
  await press(name);
  await settle(() => expect(stored?.texts).toEqual([kept]));
  await settle(() => expect(root.textContent).toContain('The other text was removed.'));
  await press('Undo');
  await settle(() => expect(stored?.texts.toSorted()).toEqual(['mine', 'theirs']));
});

test('where there is little room a note is its first line until it is opened', async () => {
  stored = noteOn(PUBLICATION, 'first\nsecond');
  await show(PUBLICATION, 'line');
  expect(root.querySelector('.note-first')?.textContent).toBe('first');
  expect(root.querySelector('details')?.open).toBe(false);
  expect(root.querySelector('summary')?.textContent).toContain('Your note on this publication: first');
});

test('a note whose post says something else by now tells what it was about', async () => {
  const post = readBundledFeed().posts[0];
  if (post === undefined) throw new Error('no post');
  stored = noteOn({ ...subjectOfPost(post, null), words: 'What it said before' }, 'mine');
  await showInside(<NotePlace item={{ post, publication: null }} />);
  await settle(() =>
    expect(said()).toContain('Its words have changed since you wrote this. They were:What it said before'),
  );
  expect(await findFaults(document.body)).toEqual([]);
});

test('where the words of a recommendation stand at another place, the note is with the words', async () => {
  const { number, thread, post, section, words } = RECOMMENDATION;
  const recommendation = { number, thread, post, section, text: words, publication: null };
  const here = noteOn(RECOMMENDATION, 'on these words');
  const there = noteOn(
    { ...RECOMMENDATION, words: 'What was the third before, in the words that it had then' },
    'on others',
  );
  others = [there];
  stored = here;
  await showInside(<NotePlace item={{ recommendation, publication: null }} />);
  await settle(() =>
    expect([...root.querySelectorAll('.note-text')].map((each) => each.textContent)).toEqual(['on these words']),
  );
});

test('what an undo emptied is had back in the field, and when the field was left', async () => {
  await show(PUBLICATION);
  await press('Note');
  const field = root.querySelector('textarea');
  await act(() => {
    if (field !== null) field.value = 'Written for an afternoon';
    field?.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await press('Undo');
  expect(root.querySelector('textarea')?.value).toBe('');
  await press('Redo');
  expect(root.querySelector('textarea')?.value).toBe('Written for an afternoon');
  await press('Undo');
  await press('Close');
  await settle(() => expect(root.textContent).toContain('Note removed.'));
  await press('Undo');
  await settle(() => expect(stored?.texts).toEqual(['Written for an afternoon']));
});

test('one of two texts that is removed can be had back', async () => {
  stored = noteOn(PUBLICATION, 'One', 'Other');
  await show(PUBLICATION);
  await press('Remove');
  await settle(() => expect(stored?.texts).toEqual(['Other']));
  await settle(() => expect(root.textContent).toContain('The other text was removed.'));
  await press('Undo');
  await settle(() => expect([...(stored?.texts ?? [])].sort()).toEqual(['One', 'Other']));
});
