import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SearchHit } from '../../../core/protocol/search.ts';
import { type AddressBarNeeds, startAddressBar } from '../../../entrypoints/background/address-bar.ts';
import { POPULAR } from '../../core/gloss/popular-report.ts';
import { createEvent } from './fake-browser.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

/** Longer than anybody rests between two letters. */
const REST = 1000;
/** As quick people type. */
const BETWEEN_LETTERS = 60;
const LIBRARY = `own:library.html?view=publication&id=${encodeURIComponent(POPULAR.id)}`;

const hit = (title: string): SearchHit => ({
  kind: 'publication',
  publication: { ...POPULAR, title, kind: 'report' },
  posts: 1,
  day: null,
  foundIn: [{ field: 'title', text: title, ranges: [[0, 3]] }],
  isNew: false,
});

interface Made {
  readonly isFirefox?: boolean;
  /** Whether a side panel takes the question. */
  readonly isTaken?: boolean;
  readonly tab?: object;
  readonly search?: AddressBarNeeds['search'];
}

/** A browser with a tab in front; gives what types behind the keyword, and what comes of it. */
function start(made: Made = {}, session: Record<string, unknown> = {}) {
  const { isFirefox = false, isTaken = false, tab = { id: 7, windowId: 3 } } = made;
  vi.stubEnv('FIREFOX', isFirefox ? 'true' : '');
  const did: unknown[] = [];
  const [started, changed, cancelled, entered] = [
    createEvent<[]>(),
    createEvent<[text: string, suggest: (all: unknown) => void]>(),
    createEvent<[]>(),
    createEvent<[text: string, disposition: string]>(),
  ];
  const setDefaultSuggestion = vi.fn();
  const browser = {
    omnibox: {
      setDefaultSuggestion,
      onInputStarted: started.event,
      onInputChanged: changed.event,
      onInputCancelled: cancelled.event,
      onInputEntered: entered.event,
    },
    runtime: { getURL: (path: string) => `own:${path.replace(/^\//, '')}` },
    storage: {
      session: {
        get: async (key: string) => ({ [key]: session[key] }),
        set: async (values: object) => void Object.assign(session, values),
      },
    },
    tabs: {
      query: async () => [tab],
      create: async ({ url, active = true }: { url?: string; active?: boolean }) =>
        void did.push([active ? 'create' : 'create behind', url]),
      update: async (id: number, { url }: { url?: string }) => void did.push(['update', id, url]),
    },
  };
  const search = vi.fn(made.search ?? (async (text: string) => [hit(`${text} & more`)]));
  startAddressBar({
    browser: browser as unknown as AddressBarNeeds['browser'],
    isSidePanelOpen: (windowId) => isTaken && windowId === 3,
    isTakenBySidePanel: async () => isTaken,
    translate: (key) => key,
    spoken: async () => null,
    search,
  });
  const suggested = vi.fn();
  return {
    did,
    session,
    search,
    suggested,
    setDefaultSuggestion,
    begin: () => started.tell(),
    type: (text: string) => changed.tell(text, suggested),
    cancel: () => cancelled.tell(),
    async enter(text: string, disposition = 'currentTab') {
      entered.tell(text, disposition);
      await vi.advanceTimersByTimeAsync(REST);
    },
  };
}

const rest = (milliseconds = REST) => vi.advanceTimersByTimeAsync(milliseconds);

describe.each([true, false])('in Firefox: %j', (isFirefox) => {
  test('what can be typed is said once somebody begins, and not before', async () => {
    const { setDefaultSuggestion, begin } = start({ isFirefox });
    expect(setDefaultSuggestion).not.toHaveBeenCalled();
    begin();
    await null;
    expect(setDefaultSuggestion.mock.calls).toEqual([[{ description: 'look_up_label' }]]);
  });

  test('words are suggested for as one types, once one rests', async () => {
    const { type, suggested, search } = start({ isFirefox });
    for (const text of ['t', 'ta', 'tax']) {
      type(text);
      await rest(BETWEEN_LETTERS);
    }
    expect(search).not.toHaveBeenCalled();
    await rest();
    expect(search.mock.calls).toEqual([['tax']]);
    const description = isFirefox
      ? 'tax & more – kind_report'
      : '<match>tax</match> &amp; more<dim> – kind_report</dim>';
    expect(suggested.mock.calls).toEqual([[[{ content: 'tax & more', description }]]]);
  });

  test.each([
    ['currentTab', ['update', 7]],
    ['newForegroundTab', ['create']],
    ['newBackgroundTab', ['create behind']],
  ])('a suggestion leads to the hit, in the %s, also once the background was stopped', async (disposition, how) => {
    const before = start({ isFirefox });
    before.type('tax');
    await rest();
    const { enter, did, session } = start({ isFirefox }, before.session);
    await enter(' tax & more ', disposition);
    expect(did).toEqual([[...how, LIBRARY]]);
    expect(Object.keys(session)).not.toContain('pending-question');
  });

  test.each([
    ['currentTab', ['update', 7]],
    ['newForegroundTab', ['create']],
    ['newBackgroundTab', ['create behind']],
  ])('what was typed itself is searched for, in the %s', async (disposition, how) => {
    const { type, enter, did } = start({ isFirefox });
    type('tax');
    await rest();
    await enter('tax ', disposition);
    expect(did).toEqual([[...how, 'own:library.html?q=tax']]);
  });

  test.each(['https://a.example/b', 'a.example/b', 'a.example/b...'])(
    '%s is an address: nothing is suggested, and it is asked in a tab that knows the tab in front',
    async (address) => {
      const { type, enter, suggested, search, did, session } = start({ isFirefox });
      type(address);
      await rest();
      expect(search).not.toHaveBeenCalled();
      expect(suggested.mock.calls).toEqual([[[]]]);
      await enter(address);
      expect(did).toEqual([['create', 'own:popup.html?tab=7']]);
      expect(session).toMatchObject({ 'pending-question': { asked: address, linkText: '', windowId: 3 } });
    },
  );

  test('an open side panel answers an address instead', async () => {
    const { enter, did, session } = start({ isFirefox, isTaken: true });
    await enter('https://a.example/b');
    expect(session).toMatchObject({ 'pending-question': { asked: 'https://a.example/b' } });
    expect(did).toEqual([]);
  });
});

test('a hit that is called by an address is opened like others', async () => {
  const { type, enter, did } = start({ search: async () => [hit('https://a.example/b')] });
  type('tax');
  await rest();
  await enter('https://a.example/b');
  expect(did).toEqual([['update', 7, LIBRARY]]);
});

test('one question is under way at most, and an answer to what is no longer typed is dropped', async () => {
  const answers: ((hits: readonly SearchHit[]) => void)[] = [];
  const { type, suggested, search } = start({ search: () => new Promise((resolve) => answers.push(resolve)) });
  type('tax');
  await rest();
  type('taxe');
  await rest();
  type('taxes');
  await rest();
  expect(search.mock.calls).toEqual([['tax']]);
  answers[0]?.([hit('late')]);
  await rest();
  expect(search.mock.calls).toEqual([['tax'], ['taxes']]);
  expect(suggested).not.toHaveBeenCalled();
  answers[1]?.([hit('in time')]);
  await rest();
  expect(suggested.mock.calls).toMatchObject([[[{ content: 'in time' }]]]);
});

test.each(['another letter', 'leaving', 'an address', 'Enter'])('%s drops an answer that comes late', async (what) => {
  let answer = (_: readonly SearchHit[]) => {};
  const search = () =>
    new Promise<readonly SearchHit[]>((resolve) => {
      answer = resolve;
    });
  const { type, cancel, enter, suggested, session } = start({ search });
  type('tax');
  await rest();
  if (what === 'another letter') type('taxe');
  if (what === 'leaving') cancel();
  if (what === 'an address') type('https://a.example/');
  if (what === 'Enter') await enter('tax');
  suggested.mockClear();
  answer([hit('late')]);
  await rest(0);
  expect(suggested).not.toHaveBeenCalled();
  expect(session).toEqual({});
});

test.each(['leaving', 'Enter'])('after %s nothing more is asked', async (what) => {
  const { type, cancel, enter, search } = start();
  type('tax');
  if (what === 'leaving') cancel();
  else await enter('tax');
  await rest();
  expect(search).not.toHaveBeenCalled();
});

test('a library that does not answer is no end of it', async () => {
  const search = vi
    .fn(async (): Promise<readonly SearchHit[]> => [hit('tax')])
    .mockRejectedValueOnce(new Error('asleep'));
  const { type, suggested } = start({ search });
  type('ta');
  await rest();
  expect(suggested).not.toHaveBeenCalled();
  type('taxe');
  await rest();
  expect(suggested).toHaveBeenCalledTimes(1);
});

test('what was suggested before and is no more leads nowhere but to a search', async () => {
  const { type, enter, did } = start();
  type('tax');
  await rest();
  type('pay');
  await rest();
  await enter('tax & more');
  expect(did).toEqual([['update', 7, 'own:library.html?q=tax+%26+more']]);
});

test.each([[[['a']]], ['x'], [[[1, 2]]], [{}]])('what is stored in another form (%j) leads nowhere', async (leads) => {
  const { enter, did } = start({}, { 'suggestion-leads': leads });
  await enter('a b');
  expect(did).toEqual([['update', 7, 'own:library.html?q=a+b']]);
});

test('a private window, which shows no page of the extension’s, is left as it is', async () => {
  const { enter, did } = start({ tab: { id: 7, windowId: 3, incognito: true } });
  await enter('tax');
  expect(did).toEqual([['create', 'own:library.html?q=tax']]);
});
