import type { Page } from 'puppeteer-core';
import { beforeAll, expect, test } from 'vitest';
import { addressOfRoute } from '../../core/library-route.ts';
import type { Subject } from '../../core/model/own.ts';
import type { FollowUpEdit } from '../../core/own/change.ts';
import type { NoteChange } from '../../core/protocol/own.ts';
import { SAVED_SEARCHES_KEY } from '../../core/saved-searches.ts';
import { findTab, openPopup } from '../../scripts/browsers/extension-pages.ts';
import { demoPages, REPORT_ADDRESS } from '../../scripts/site/demo-pages.ts';
import { readBundledFeed } from '../components/seeds.ts';
import { subjectsIn } from '../core/search/own-made.ts';
import { findAxeViolations } from './axe.ts';
import { inBrowsers } from './in-browsers.ts';

const feed = readBundledFeed();
const on = subjectsIn(feed);
const [first, second, third] = [on.recommendation(0), on.recommendation(1), on.recommendation(2)];
const post = on.post(5);
const DAY = 86_400_000;

interface Api {
  readonly runtime: { sendMessage(message: unknown): Promise<unknown> };
}

inBrowsers('search of what the reader wrote', demoPages, (bench) => {
  const ask = (name: string, request: unknown) =>
    bench().extension.evaluate(
      (message) => {
        const api = (Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')) as Api;
        return api.runtime.sendMessage(message);
      },
      { name, request },
    );
  const note = (subject: Subject, to: string, from = '') =>
    ask('changeNote', { subject, from, to } satisfies NoteChange);
  const follow = (subject: typeof first, edit: FollowUpEdit) => ask('changeFollowUp', { subject, edit });

  async function open(query: string): Promise<Page> {
    const page = await bench().started.openExtensionPage(`library.html?${new URLSearchParams({ q: query })}`);
    await page.bringToFront();
    await page.waitForSelector('.results[aria-busy=false]');
    return page;
  }

  beforeAll(async () => {
    await note(first, 'Ask the quangocrats about this');
    await note(post, 'Quangocrat said so in May');
    await follow(first, { field: 'response', to: 'accepted' });
    await follow(first, { field: 'remark', from: '', to: 'The Zanzibar protocol says how' });
    await follow(second, { field: 'checkOn', to: new Date(Date.now() - DAY).toISOString().slice(0, 10) });
    await follow(third, { field: 'checkOn', to: new Date(Date.now() + 3 * DAY).toISOString().slice(0, 10) });
  });

  test('notes are found by their words, and lead to what they are about', async () => {
    const page = await open('quangocrats');
    expect(await texts(page, '.hit mark')).toEqual(['quangocrats', 'Quangocrat']);
    expect((await texts(page, 'a[data-item]')).map((name) => name.split(' · ')[0])).toEqual([
      `Your note on recommendation ${first.number}`,
      'Your note on a post',
    ]);
    expect(await hrefs(page)).toEqual([first.post, post.post].map((id) => addressOfRoute({ view: 'post', id })));
    const quoted = (await texts(page, '.hit q')).map((text) => text.replace('…', ''));
    expect([first, post].map(({ words }, place) => words.startsWith(quoted[place] ?? '-'))).toEqual([true, true]);
    expect(await findAxeViolations(page)).toEqual([]);
    await bench().picture(page, 'own-search');
    await page.close();
  });

  test('a recommendation is found by what was written of it', async () => {
    const page = await open('zanzibar');
    expect(await texts(page, '.hit-reason mark')).toEqual(['Zanzibar']);
    expect(await hrefs(page)).toEqual([addressOfRoute({ view: 'post', id: first.post })]);
    await page.close();
  });

  test('controls filter by it, and say how much each leaves', async () => {
    const page = await open('');
    for (const [name, hits, text] of [
      ['With a note', 2, 'has:note'],
      ['To be checked by now', 1, 'is:due'],
      ['Accepted', 2, 'response:accepted'],
      ['Your notes', 2, 'kind:note'],
    ] as const) {
      expect(await besideLink(page, name), name).toBe(String(hits));
      await clickOn(page, name);
      await expect.poll(() => page.evaluate(() => new URLSearchParams(location.search).get('q'))).toBe(text);
      await page.waitForSelector('.results[aria-busy=false]');
      await expect.poll(() => texts(page, '.hit').then(({ length }) => length), { timeout: 5000 }).toBe(hits);
      expect(await findAxeViolations(page)).toEqual([]);
      await page.click('.chip');
      await expect.poll(() => texts(page, '.chip')).toEqual([]);
      await page.waitForSelector('.results[aria-busy=false]');
    }
    await page.close();
  });

  test('what is written elsewhere is found within a second', async () => {
    const page = await open('kind:note tapirs');
    expect(await texts(page, '.hit')).toEqual([]);
    await note(on.publication(0), 'Three tapirs');
    await expect.poll(() => texts(page, '.hit mark'), { timeout: 1000 }).toEqual(['tapirs']);
    await note(on.publication(0), '', 'Three tapirs');
    await expect.poll(() => texts(page, '.hit mark'), { timeout: 1000 }).toEqual([]);
    await page.close();
  });

  test('a saved search for notes says how many came since it was looked at', async () => {
    const page = await open('storks');
    const saved = { id: 'ibises', name: 'Ibises', text: 'kind:note ibises', order: 'relevance', seenAt: Date.now() };
    const about = { ...saved, id: 'about', name: 'Noted', text: 'has:note' };
    await page.evaluate(
      (key, value) => {
        const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
        return api.storage.local.set({ [key]: value });
      },
      SAVED_SEARCHES_KEY,
      [saved, about],
    );
    const listed = () => texts(page, '.saved-searches li');
    await expect.poll(listed).toEqual(['Ibises', 'Noted']);
    await note(on.publication(1), 'Two ibises');
    await expect.poll(listed, { timeout: 1000 }).toEqual(['Ibises1 new', 'Noted1 new']);
    await note(on.publication(1), '', 'Two ibises');
    await expect.poll(listed, { timeout: 1000 }).toEqual(['Ibises', 'Noted']);
    await page.close();
  });

  test('the popup finds notes, too', async () => {
    const report = await bench().open(REPORT_ADDRESS);
    const popup = await openPopup(bench().started, await findTab(bench().extension, REPORT_ADDRESS));
    await popup.waitForSelector('input');
    await popup.type('input', 'quangocrats');
    await expect.poll(() => texts(popup, 'h2'), { timeout: 5000 }).toContain('Your notes 2');
    await expect.poll(async () => (await texts(popup, '.item-text'))[0]).toBe('Ask the quangocrats about this');
    expect(await findAxeViolations(popup)).toEqual([]);
    await popup.close();
    await report.close();
  });
});

function texts(page: Page, selector: string): Promise<string[]> {
  return page.$$eval(selector, (found) => found.map(({ textContent }) => textContent ?? ''));
}

function hrefs(page: Page): Promise<(string | null)[]> {
  return page.$$eval('a[data-item]', (links) => links.map((link) => link.getAttribute('href')));
}

/** How many hits a control says that it leaves. */
function besideLink(page: Page, name: string): Promise<string | undefined> {
  return page.$$eval(
    '.filter-link',
    (links, wanted) =>
      links.find((link) => link.querySelector('.filter-label')?.textContent === wanted)?.querySelector('.filter-hits')
        ?.textContent ?? undefined,
    name,
  );
}

async function clickOn(page: Page, name: string): Promise<void> {
  await page.$$eval(
    '.filter-link',
    (links, wanted) =>
      links
        .find((link): link is HTMLAnchorElement => link.querySelector('.filter-label')?.textContent === wanted)
        ?.click(),
    name,
  );
}
