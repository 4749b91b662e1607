// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import type { AnchoredNote } from '../../../components/own/note-list.tsx';
import { usePlaces } from '../../../entrypoints/library/notes/use-places.ts';
import { clear, showInEnglish } from '../../components/in-english.tsx';
import { PUBLICATION } from '../../components/own/notes.ts';

afterEach(clear);

const item = (id: string, changed: string): AnchoredNote => ({
  note: { id, subject: PUBLICATION },
  anchor: null,
  changed,
});

function Listed({ listed, written }: { readonly listed: AnchoredNote[]; readonly written: AnchoredNote['note'][] }) {
  const inPlace = usePlaces();
  return (
    <p>
      {inPlace(listed, written)
        .map(({ note, changed }) => `${note.id} ${changed?.slice(0, 4)}`)
        .join(', ')}
    </p>
  );
}

const show = async (listed: AnchoredNote[], written: AnchoredNote['note'][] = []) =>
  (await showInEnglish(<Listed listed={listed} written={written} />)).textContent;

test('what is changed stays where it was, what is new comes first, and what was written here stays when it is removed', async () => {
  expect(await show([item('b', '2025'), item('a', '2024')])).toBe('b 2025, a 2024');
  expect(await show([item('a', '2026'), item('b', '2025')])).toBe('b 2025, a 2026');
  expect(await show([item('c', '2027'), item('a', '2026'), item('b', '2025')])).toBe('c 2027, b 2025, a 2026');
  expect(await show([item('c', '2027'), item('a', '2026')])).toBe('c 2027, a 2026');
  expect(await show([item('c', '2027')], [item('a', '').note])).toBe('c 2027, a 2026');
  expect(await show([item('c', '2027'), item('older', '2020')])).toBe('c 2027, older 2020');
});
