// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Imports } from '../../../components/accounts/import-files.tsx';
import { publicServices } from '../../../core/network/services.ts';
import { findFaults } from '../find-faults.ts';
import { clear, enter, find, has, main, press, show } from './show-accounts.tsx';
import { plain } from './states.ts';

afterEach(clear);

const APP_VIEW = 'AppView, for profiles and posts';

describe('switches', () => {
  test('name the host, and are switched on where it is said what is asked', async () => {
    const onSwitch = vi.fn();
    const onNeedConsent = vi.fn();
    const consent = { ...plain.consent, on: { refresh: true, accounts: false, ask: false } };
    await show({ onSwitch, onNeedConsent, consent });
    expect(document.getElementById('accounts-accounts-about')?.textContent).toContain('Asks public.api.bsky.app for');
    await press('Add accounts');
    expect(onNeedConsent.mock.calls).toEqual([['accounts']]);
    expect(find<HTMLInputElement>('Add accounts').checked).toBe(false);
    await press('Bring up to date and refresh');
    expect(onSwitch.mock.calls).toEqual([['refresh', false]]);
    expect(find<HTMLAnchorElement>('What was asked of whom').getAttribute('href')).toBe('/requests.html');
  });
});

describe('services', () => {
  test.each([
    ['nonsense', 'Not saved. Enter an address such as https://example.org.'],
    ['http://example.org', 'Not saved. The address must begin with https.'],
    ['https://example.org/xrpc', 'Not saved. Enter the host only, without a path or a password.'],
  ])('%s is none: it is said so, and not saved', async (text, said) => {
    const onServices = vi.fn();
    await show({ onServices });
    await enter(APP_VIEW, text);
    expect(onServices).not.toHaveBeenCalled();
    expect(document.getElementById('accounts-appView-about')?.textContent).toBe(said);
    expect(find(APP_VIEW).getAttribute('aria-invalid')).toBe('true');
    expect(await findFaults(main)).toEqual([]);
  });

  test.each([
    [' https://Example.org/ ', 'https://example.org'],
    ['http://127.0.0.1:2584', 'http://127.0.0.1:2584'],
  ])('%s is saved as %s, and a fault before it forgotten', async (text, appView) => {
    const onServices = vi.fn();
    await show({ onServices });
    await enter(APP_VIEW, 'nonsense');
    await enter(APP_VIEW, text);
    expect(onServices.mock.calls).toEqual([[{ ...publicServices, appView }]]);
    expect(find(APP_VIEW).getAttribute('aria-invalid')).toBe('false');
  });

  test('what is there already is not saved again', async () => {
    const onServices = vi.fn();
    await show({ onServices });
    await enter(APP_VIEW, 'https://public.api.bsky.app/');
    expect(onServices).not.toHaveBeenCalled();
    expect(find<HTMLInputElement>(APP_VIEW).value).toBe('https://public.api.bsky.app');
  });

  test('the public ones can be had back, whatever is being typed', async () => {
    const onServices = vi.fn();
    const services = { ...publicServices, plc: 'https://plc.example' };
    await show({ onServices, consent: { ...plain.consent, services } });
    await enter(APP_VIEW, 'nonsense');
    await press('Use the public services');
    expect(onServices.mock.calls).toEqual([[publicServices]]);
    expect(find<HTMLInputElement>(APP_VIEW).value).toBe('https://public.api.bsky.app');
  });
});

describe('a file', () => {
  const file = (name: string) => new File(['{}'], name);
  const drop = main.ownerDocument;
  const showImports = async (imports: Partial<Imports> = {}) => {
    const given: Imports = { importing: null, onImport: vi.fn(), onCancel: vi.fn(), ...imports };
    await show({ imports: given });
    return given;
  };
  const dropFiles = (...files: readonly File[]) =>
    act(() => {
      const event = new Event('drop', { bubbles: true, cancelable: true });
      Object.assign(event, { dataTransfer: { files } });
      main.querySelector('.accounts-drop')?.dispatchEvent(event);
      expect(event.defaultPrevented).toBe(true);
    });

  test('is taken in where it is dropped', async () => {
    const { onImport } = await showImports();
    const repo = file('repo.CAR');
    await dropFiles(repo);
    expect(vi.mocked(onImport).mock.calls).toEqual([[repo]]);
    expect(drop.body.textContent).not.toContain('Only files');
  });

  test.each([
    [['repo.car', 'b.car'], 'Please import one file at a time.'],
    [['picture.png'], 'Only files that end in .car, .txt or .json can be imported.'],
  ])('%j is not taken in: it is said why', async (names, said) => {
    const { onImport } = await showImports();
    await dropFiles(...names.map(file));
    expect(onImport).not.toHaveBeenCalled();
    expect(main.querySelector('.accounts-outcome')?.textContent).toBe(said);
  });

  test('shows how far it is read, and can be left', async () => {
    const importing = {
      kind: 'reading',
      name: 'repo.car',
      posts: 1200,
      bytes: 50_300_000,
      total: 200_000_000,
    } as const;
    const { onImport, onCancel } = await showImports({ importing });
    expect(main.textContent).toContain('1,200 posts so far (50.3 of 200 MB)');
    expect(main.querySelector('progress')?.value).toBe(50_300_000);
    expect(await findFaults(main)).toEqual([]);
    await dropFiles(file('other.car'));
    expect(onImport).not.toHaveBeenCalled();
    await press('Cancel');
    expect(onCancel).toHaveBeenCalledTimes(1);
  });

  test('says what became of it', async () => {
    await showImports({ importing: { kind: 'done', name: 'repo.car', posts: 1200, leftOut: 0 } });
    expect(main.querySelector('.accounts-outcome')?.textContent).toBe(
      'repo.car: 1,200 posts read. How many of them are kept stands with the account.',
    );
    await showImports({ importing: { kind: 'done', name: 'page.txt', posts: null, leftOut: 0 } });
    expect(main.querySelector('.accounts-outcome')?.textContent).toBe('page.txt was imported.');
    await showImports({ importing: { kind: 'done', name: 'repo.car', posts: 1200, leftOut: 1 } });
    expect(main.querySelector('.accounts-outcome')?.textContent).toMatch(
      /^repo.car: 1,200 posts read. How many of them are kept stands with the account.Left out.*: 1 post.$/,
    );
    expect(await findFaults(main)).toEqual([]);
  });

  test('shows how much of it is handed over', async () => {
    await showImports({ importing: { kind: 'storing', name: 'repo.car', posts: 1_500, of: 12_000 } });
    expect(main.textContent).toContain('1,500 posts of 12,000 handed over');
    expect(main.querySelector('progress')?.value).toBe(1_500);
    expect(has('Cancel')).toBe(true);
  });

  test.each([
    [{ kind: 'byte', byte: 12_345 }, 'byte 12,345.'],
    [{ kind: 'record', key: 'app.bsky.feed.post/3l' }, 'app.bsky.feed.post/3l'],
    [{ kind: 'field', path: '[2].feed[0].post' }, '[2].feed[0].post'],
    [{ kind: 'line', line: 3, column: 14 }, 'line 3, column 14.'],
    [null, ''],
  ] as const)('says why it was not imported, and where that shows: %j', async (place, said) => {
    const name = 'repo.car';
    await showImports({ importing: { kind: 'failed', name, fault: { kind: 'damaged', place } } });
    const where = said && `The place: ${said}`;
    expect(main.querySelector('.accounts-outcome')?.textContent).toBe(
      `repo.car was not imported, and nothing has changed. A part of it is damaged. ${where}`,
    );
    expect(await findFaults(main)).toEqual([]);
  });

  test('is not asked for where none can be taken in', async () => {
    await show();
    expect(has('Choose a file')).toBe(false);
  });
});
