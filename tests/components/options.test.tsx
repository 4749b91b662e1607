// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { Localised } from '../../components/localised.tsx';
import type { LibraryState } from '../../core/protocol/library-state.ts';
import { defaultSettings, type Settings } from '../../core/settings.ts';
import { Options } from '../../entrypoints/options/options.tsx';
import type { Change } from '../../platform/settings.ts';
import { findFaults } from './find-faults.ts';
import { localisation } from './localisation.ts';

type Props = Parameters<typeof Options>[0];

const main = document.body.appendChild(document.createElement('main'));

const library: LibraryState = {
  storedIn: 'indexeddb',
  because: null,
  version: '1f2e',
  feeds: [
    {
      id: 'text-page:a.example',
      origin: { kind: 'text-page' },
      isBundled: true,
      handle: 'a.example',
      displayName: 'A',
      asOf: '2025-11-11',
      posts: 1234,
      recommendations: 2,
      publications: 3,
    },
  ],
};
const plain: Props = {
  settings: defaultSettings,
  library,
  shortcuts: [
    { name: '_execute_action', description: '', keys: '' },
    { name: 'open-card', description: 'Open the card', keys: 'Alt+Shift+G' },
  ],
  onChange: () => {},
  onChangeShortcuts: () => {},
  onTryAgain: () => {},
  onUpdate: async () => 'opened',
  version: '0.1.0',
  today: '2026-11-23',
  saving: { count: 0, hasFailed: false },
  readDue: async () => null,
  access: { read: async () => null, watch: () => {}, ask: () => {} },
};

function show(props: Partial<Props> = {}): void {
  void act(() =>
    render(
      <Localised i18n={localisation}>
        <Options {...plain} {...props} />
      </Localised>,
      main,
    ),
  );
}

function find<Wanted extends HTMLElement>(label: string): Wanted {
  const named = [...main.querySelectorAll('label')].find(({ textContent }) => textContent?.includes(label));
  const wanted = named?.control ?? main.querySelector(`[aria-label="${label}"]`);
  if (wanted === null || wanted === undefined) throw new Error(`nothing is called ${label}`);
  return wanted as HTMLElement as Wanted;
}

function type(label: string, text: string): void {
  const field = find<HTMLInputElement>(label);
  field.value = text;
  void act(() => void field.dispatchEvent(new Event('input', { bubbles: true })));
  void act(() => void field.dispatchEvent(new Event('change', { bubbles: true })));
}

afterEach(() => act(() => render(null, main)));

test.each([
  ['Mark links to publications', { marks: false }],
  ['Also mark links to related pages', { relatedMarks: false }],
  ['Show the tab at the edge of the page', { panel: false }],
  ['Mark passages in the text', { passages: false }],
  ['Clicking a marked link with Alt held down', { cardOpens: 'modifier-click' }],
  ['Nothing else', { cardOpens: 'off' }],
])('“%s” changes %j and nothing else', (label, change) => {
  const onChange = vi.fn();
  show({ onChange });
  void act(() => find(label).click());
  expect(onChange.mock.calls).toEqual([[change]]);
});

test.each(['', '99', '3001', '400.5', '1e9'])('%j is no dwell: it is said so, and not saved', (text) => {
  const onChange = vi.fn();
  show({ onChange });
  type('Delay before the card opens', text);
  const field = find('Delay before the card opens');
  expect(onChange).not.toHaveBeenCalled();
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
    'Not saved. Enter a whole number from 100 to 3,000.',
  );
});

test('a dwell that will do is saved, and the fault before it forgotten', () => {
  const onChange = vi.fn();
  show({ onChange });
  type('Delay before the card opens', '99');
  type('Delay before the card opens', '100');
  expect(onChange.mock.calls).toEqual([[{ dwell: 100 }]]);
  expect(find('Delay before the card opens').getAttribute('aria-invalid')).toBe('false');
});

test('only a card that opens by dwell has one', () => {
  show({ settings: { ...defaultSettings, cardOpens: 'off' } });
  expect(main.querySelector('input[type=number]')).toBeNull();
});

test('a site is switched on in the settings as they are then, and the focus stays in the list', () => {
  const onChange = vi.fn<(change: Change) => void>();
  show({ onChange, settings: { ...defaultSettings, sitesOff: ['a.example', 'b.example'] } });
  void act(() => find('Switch on again: a.example').click());
  const change = onChange.mock.calls[0]?.[0] as (latest: Settings) => Settings;
  const latest: Settings = { ...defaultSettings, dwell: 700, sitesOff: ['a.example', 'c.example'] };
  expect(change(latest)).toEqual({ ...latest, sitesOff: ['c.example'] });
  expect(document.activeElement?.querySelectorAll('li')).toHaveLength(2);
});

test('the shortcuts are shown as they are set', () => {
  show();
  expect([...main.querySelectorAll('.controls > dl > div')].map(({ textContent }) => textContent)).toEqual([
    'Open the toolbar popupNot set',
    'Open the card for the focused linkAlt+Shift+G',
  ]);
  expect(main.textContent).not.toContain('Manage Extension Shortcuts');
  show({ onChangeShortcuts: null });
  expect(main.textContent).toContain('Manage Extension Shortcuts');
  show({ shortcuts: null });
  expect(main.querySelector('.controls > dl')).toBeNull();
  expect(main.textContent).not.toContain('Your browser sets the shortcuts');
});

test('single keys are switched off, also where the browser has no shortcuts of its own', () => {
  const onChange = vi.fn();
  show({ shortcuts: null, onChange });
  const keys = find<HTMLInputElement>('Single-key shortcuts');
  expect(keys.checked).toBe(true);
  keys.checked = false;
  void act(() => void keys.dispatchEvent(new Event('change', { bubbles: true })));
  expect(onChange).toHaveBeenCalledWith({ letterKeys: false });
});

test('numbers and dates are in the language of the words', () => {
  show();
  expect(main.querySelector('.feed')?.textContent).toContain('1,234');
  expect(main.querySelector('.feed')?.textContent).toContain('As of 11 Nov 2025 (12 months ago).');
});

test('a library that does not answer takes nothing else away, and can be asked again', () => {
  const onTryAgain = vi.fn();
  show({ library: 'waiting' });
  expect(main.querySelectorAll('h2').length).toBeGreaterThan(5);
  expect(main.textContent).not.toContain('could not be loaded');
  show({ library: null, onTryAgain });
  expect(main.textContent).toContain('The posts could not be loaded');
  expect(main.querySelectorAll('h2').length).toBeGreaterThan(5);
  [...main.querySelectorAll('button')].find(({ textContent }) => textContent === 'Try again')?.click();
  expect(onTryAgain).toHaveBeenCalledTimes(1);
});

test.each([
  ['refused', 'Your browser does not let the extension store the library'],
  ['unanswered', 'Your browser’s storage is not answering'],
  ['newer', 'A newer version of IfG Gloss stored the library'],
  ['damaged', 'The stored library is damaged and could not be repaired'],
  ['failed', 'Something went wrong in IfG Gloss itself'],
] as const)('a library that is not kept because it was %s says so', (because, sentence) => {
  show({ library: { ...library, storedIn: 'memory', because } });
  expect(main.textContent).toContain(sentence);
  expect(main.textContent).not.toContain('Stored in this browser');
  expect(main.textContent).toContain('1,234');
});

test('a feed of the library is brought up to date where its age is said, and what comes of it is said there', async () => {
  const onUpdate = vi.fn(async () => ({ kind: 'under-way' }) as const);
  show({ onUpdate });
  const group = main.querySelector('.feed');
  await act(async () => {
    group?.querySelector('button')?.click();
    await new Promise((resolve) => setTimeout(resolve));
  });
  expect(onUpdate).toHaveBeenCalledExactlyOnceWith('text-page:a.example');
  expect(group?.textContent).toMatch(/As of .*Bring up to date New posts are being read/);
});

test('each saving is told of, and how it went', () => {
  const note = () => main.querySelector('[role=status].saving')?.textContent;
  show();
  expect(note()).toBe('');
  show({ saving: { count: 1, hasFailed: false } });
  expect(note()).toBe('Saved');
  show({ saving: { count: 2, hasFailed: true } });
  expect(note()).toMatch(/^Not saved/);
});

test.each<[string, Partial<Props>]>([
  ['as they come', {}],
  ['with sites off and without shortcuts', { settings: { ...defaultSettings, sitesOff: ['a.b'] }, shortcuts: null }],
  ['without a library', { library: null }],
  ['with one that is not kept', { library: { ...library, storedIn: 'memory', because: 'unanswered' } }],
  ['after a saving', { saving: { count: 1, hasFailed: true }, onChangeShortcuts: null }],
])('axe finds no fault with the options %s', async (_, props) => {
  show(props);
  expect(await findFaults(main)).toEqual([]);
  type('Delay before the card opens', '0');
  expect(await findFaults(main)).toEqual([]);
});

test('says where the extension may run while that is not everywhere, and offers all', async () => {
  let sites: readonly string[] | null = [];
  let change = () => {};
  const ask = vi.fn();
  const watch = (changed: () => void) => {
    change = changed;
  };
  show({ access: { read: async () => sites, watch, ask } });
  const said = () => main.querySelector('.access p')?.textContent;
  await vi.waitFor(() => expect(said()).toMatch(/^Links are not marked anywhere/));
  main.querySelector<HTMLElement>('.access button')?.click();
  expect(ask).toHaveBeenCalledWith(null);
  expect(await findFaults(document.body)).toEqual([]);
  sites = ['a.example', 'b.example'];
  change();
  await vi.waitFor(() => expect(said()).toMatch(/: a\.example, b\.example\.$/));
  sites = null;
  change();
  await vi.waitFor(() => expect(main.querySelector('.access')).toBeNull());
});
