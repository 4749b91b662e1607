// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { KeyboardHelp } from '../../../components/library/keyboard-help.tsx';
import { SaveSearch } from '../../../components/library/save-search.tsx';
import { type SavedLink, SavedSearches } from '../../../components/library/saved-searches.tsx';
import { findFaults } from '../find-faults.ts';
import { clear, showInEnglish } from '../in-english.tsx';

const undo = vi.fn(async () => {});
const onRename = vi.fn(async () => {});
const onRemove = vi.fn(async () => undo);
beforeEach(() => vi.clearAllMocks());
afterEach(clear);

const SCHOOLS: SavedLink = { id: 'a', name: 'Schools', href: '/library.html?q=schools', isShown: false, fresh: 3 };
const GCF: SavedLink = { id: 'b', name: 'GCF', href: '/library.html?q=gcf', isShown: true, fresh: 0 };

const show = (...searches: SavedLink[]) =>
  showInEnglish(<SavedSearches searches={searches} onRename={onRename} onRemove={onRemove} />);
const click = (root: HTMLElement, selector: string) => act(() => root.querySelector<HTMLElement>(selector)?.click());
const textOf = (root: HTMLElement, selector: string) =>
  [...root.querySelectorAll(selector)].map(({ textContent }) => textContent.trim());

test('saved searches are links that say how much is new', async () => {
  const root = await show(SCHOOLS, GCF);
  expect(textOf(root, 'nav a')).toEqual(['Schools3 new', 'GCF']);
  expect(textOf(root, 'a[aria-current=page]')).toEqual(['GCF']);
  expect(await findFaults(document.body)).toEqual([]);
});

test('without any there is nothing', async () => {
  expect((await show()).textContent).toBe('');
});

test('they are renamed, though not to nothing', async () => {
  const root = await show(SCHOOLS);
  await click(root, '.saved-head button');
  const field = root.querySelector('input');
  const rename = async (name: string) => {
    await act(() => {
      if (field !== null) field.value = name;
      field?.dispatchEvent(new Event('input'));
    });
    await act(() => void field?.dispatchEvent(new Event('change')));
  };
  await rename('  ');
  expect(field?.value).toBe('Schools');
  await rename(' All schools ');
  expect(onRename.mock.calls).toEqual([['a', 'All schools']]);
  expect(await findFaults(document.body)).toEqual([]);
});

test('a name that is being typed stays while searches are drawn anew', async () => {
  const root = await show(SCHOOLS);
  await click(root, '.saved-head button');
  const field = root.querySelector('input');
  await act(() => {
    if (field !== null) field.value = 'All sch';
    field?.dispatchEvent(new Event('input'));
  });
  await show({ ...SCHOOLS, fresh: 0 });
  expect(root.querySelector('input')?.value).toBe('All sch');
});

test('what the browser does not keep is said, and nothing else', async () => {
  const root = await show(SCHOOLS);
  await click(root, '.saved-head button');
  onRemove.mockRejectedValueOnce(new Error('full'));
  await click(root, '.saved-editor button');
  await vi.waitFor(() => expect(textOf(root, '[role=alert]')).toHaveLength(1));
  expect(textOf(root, '[role=status]')).toEqual(['']);
});

test('one that was removed can be had back, also the last', async () => {
  const root = await show(SCHOOLS);
  await click(root, '.saved-head button');
  await click(root, '.saved-editor button');
  await show();
  expect(onRemove).toHaveBeenCalledWith('a');
  expect(textOf(root, '[role=status]')).toEqual(['“Schools” was removed. Undo']);
  expect(document.activeElement?.textContent).toBe('Undo');
  await click(root, '[role=status] button');
  expect(undo).toHaveBeenCalledTimes(1);
  await show(SCHOOLS);
  expect(textOf(root, '[role=status]')).toEqual(['']);
  // It is still being edited.
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Name of “Schools”');
});

test('Enter takes a name, and leaves the field to its reader', async () => {
  const root = await show(SCHOOLS);
  await click(root, '.saved-head button');
  root.querySelector('input')?.focus();
  await act(() => void root.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true })));
  expect(document.activeElement).toBe(root.querySelector('input'));
});

const save = vi.fn<(name: string) => Promise<void>>();
const showSave = (savedAs: string | null = null) =>
  showInEnglish(<SaveSearch text="public procurement" savedAs={savedAs} onSave={save} />);
async function submit(root: HTMLElement, name: string): Promise<void> {
  if (root.querySelector('form') === null) await click(root, 'button');
  const field = root.querySelector('input');
  if (field !== null) field.value = name;
  await act(async () => {
    root.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await Promise.resolve();
  });
}

test('a search is saved under a name, or under its own words', async () => {
  save.mockResolvedValue();
  const root = await showSave();
  await click(root, 'button');
  expect([root.querySelector('input')?.value, document.activeElement]).toEqual([
    'public procurement',
    root.querySelector('input'),
  ]);
  await submit(root, ' Buying ');
  expect(document.activeElement).toBe(root.querySelector('button'));
  await submit(root, ' ');
  expect(save.mock.calls).toEqual([['Buying'], ['public procurement']]);
});

test('that it could not be saved is said, and its name stays', async () => {
  save.mockRejectedValue(new Error('full'));
  const root = await showSave();
  await submit(root, 'Buying');
  expect(textOf(root, '[role=alert]')[0]).toMatch(/^Not saved/);
  expect(root.querySelector('input')?.value).toBe('Buying');
  save.mockResolvedValue();
  await submit(root, 'Buying');
  expect(root.querySelector('[role=alert]')).toBeNull();
});

test('one that is saved says what it is called', async () => {
  expect((await showSave('Buying')).textContent).toBe('Saved as “Buying”');
});

test.each(['before', 'after'])(
  'who saves one is led to what it is called, known %s the form is told',
  async (order) => {
    const told = Promise.withResolvers<void>();
    save.mockReturnValue(told.promise);
    const root = await showSave();
    await submit(root, 'Buying');
    if (order === 'after') await act(async () => told.resolve());
    await showSave('Buying');
    await act(async () => told.resolve());
    expect(document.activeElement).toBe(root.querySelector('.save-done'));
  },
);

test('what the keyboard does is shown in a dialog that closes', async () => {
  const onClose = vi.fn();
  const root = await showInEnglish(<KeyboardHelp isOpen letterKeys onClose={onClose} />);
  const dialog = root.querySelector('dialog');
  expect(dialog?.open).toBe(true);
  expect(textOf(root, 'dt')).toEqual(['/ Ctrl + K', 'j ↓', 'k ↑', 'Enter', 'o', 'n', 'Esc', '?']);
  expect(await findFaults(document.body)).toEqual([]);
  await act(() => root.querySelector('button')?.click());
  expect(onClose).toHaveBeenCalledTimes(1);
  await showInEnglish(<KeyboardHelp isOpen letterKeys={false} onClose={onClose} />);
  expect(textOf(root, 'dt')).toEqual(['Ctrl + K', '↓', '↑', 'Enter', 'Esc']);
  expect(textOf(root, 'a[href="/options.html"]')).toEqual([
    'Single-key shortcuts are switched off. You can switch them on in the options.',
  ]);
  await showInEnglish(<KeyboardHelp isOpen={false} letterKeys onClose={onClose} />);
  expect(dialog?.open).toBe(false);
});
