import type { Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import type { LibraryRoute } from '../../core/library-route.ts';
import type { Subject } from '../../core/model/own.ts';
import { findTab, openPopup } from '../../scripts/browsers/extension-pages.ts';
import { demoPages, REPORT_ADDRESS } from '../../scripts/site/demo-pages.ts';
import { readBundledFeed } from '../components/seeds.ts';
import { findAxeViolations } from './axe.ts';
import { inBrowsers } from './in-browsers.ts';
import { libraryPages } from './library-pages.ts';

const REPORT = 'The role of procurement in delivering mission-led government';
const { publications, threads } = readBundledFeed();
const id = publications.find(({ title }) => title === REPORT)?.id ?? '';
const PUBLICATION: LibraryRoute = { view: 'publication', id };
const NOTES: LibraryRoute = { view: 'notes' };

inBrowsers('notes', demoPages, (bench) => {
  // What is registered last comes first: pages are closed before.
  afterEach(() => removeAll(bench().extension));
  const { open, opened } = libraryPages(bench);

  test('n writes one, which is kept while it is written, and seen elsewhere within a second', async () => {
    const other = await open(PUBLICATION);
    const page = await open(PUBLICATION);
    await page.waitForSelector('[data-note]');
    await page.keyboard.press('n');
    await page.waitForSelector('textarea');
    await page.keyboard.type('Ask about https://www.gov.uk/a');
    await expect.poll(() => textOf(page, '.note-keeping')).toBe('Saved');
    await expect.poll(() => textOf(other, '.view-head .note-text'), { timeout: 1000 }).toContain('Ask about');
    expect(await findAxeViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.waitForSelector('.note-text');
    expect(await page.$eval('.note-text a', (link) => [link.href, link.rel])).toEqual([
      'https://www.gov.uk/a',
      'noopener noreferrer',
    ]);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Edit');
    expect(await findAxeViolations(page)).toEqual([]);
  });

  test('recommendations and posts have notes of their own, and a page that goes at once takes no word with it', async () => {
    const page = await open(PUBLICATION);
    await page.waitForSelector('.recommendations [data-note]');
    await press(page, '.recommendations li:nth-child(2) [data-note]');
    await page.keyboard.type('Agreed in June');
    await press(page, '.posts li:nth-child(3) [data-note]');
    await page.keyboard.type('Look this up');
    await page.evaluate(() => location.reload());
    await page.waitForSelector('.note-text');
    expect(await texts(page, '.note-text')).toEqual(['Agreed in June', 'Look this up']);
    await page.evaluate(() => location.assign('?q=outcomes-focused'));
    await page.waitForSelector('.hit .note-first');
    expect(new Set(await texts(page, '.note-first'))).toContain('Agreed in June');
    await page.close();
  });

  test('two windows that write at once lose nothing, and neither takes the field from the other', async () => {
    const one = await open(PUBLICATION);
    await press(one, '.view-head [data-note]');
    await one.keyboard.type('start');
    await expect.poll(() => textOf(one, '.note-keeping')).toBe('Saved');
    const other = await open(PUBLICATION);
    await press(other, '.view-head [data-note]');
    await expect.poll(() => fieldOf(other)).toBe('start');
    // Where writing goes on, the window is in front: browsers let the clocks of others go slower.
    await one.bringToFront();
    await write(one, 'start from one');
    await expect.poll(() => fieldOf(other), { timeout: 1000 }).toBe('start from one');
    expect(await other.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await Promise.all([write(one, 'start A'), write(other, 'start B')]);
    await expect.poll(() => textOf(other, '.note-other .note-text'), { timeout: 5000 }).toBe('start A');
    expect(await fieldOf(other)).toBe('start B');
    await expect.poll(() => textOf(one, '.note-other .note-text'), { timeout: 5000 }).toBe('start B');
    expect(await fieldOf(one)).toBe('start A');
    expect(await findAxeViolations(one)).toEqual([]);
    await bench().picture(one, 'notes-two-texts');
    await pressButton(one, 'Keep both as one');
    await expect.poll(() => fieldOf(one)).toBe('start A\n\nstart B');
    await expect.poll(() => one.$('.note-other')).toBeNull();
    await expect.poll(() => fieldOf(other)).toBe('start A\n\nstart B');
  });

  test('the popup shows sign and first line, and what is written there is kept though it closes', async () => {
    const library = await open(PUBLICATION);
    await press(library, '.view-head [data-note]');
    await library.keyboard.type('First line\nSecond line');
    await expect.poll(() => textOf(library, '.note-keeping')).toBe('Saved');
    const report = await bench().open(REPORT_ADDRESS);
    opened.push(report);
    const popup = await openPopup(bench().started, await findTab(bench().extension, REPORT_ADDRESS));
    await popup.waitForSelector('.note-first');
    expect(await textOf(popup, '.note-first')).toBe('First line');
    expect(await findAxeViolations(popup)).toEqual([]);
    await press(popup, '.recommendations [data-note]');
    await popup.keyboard.type('From the popup');
    await popup.close();
    await expect
      .poll(() => texts(library, '.recommendations .note-text'), { timeout: 2000 })
      .toEqual(['From the popup']);
  });

  test('all stand in one list, with what they are about; a removed one can be had back', async () => {
    const [thread] = threads;
    await keep(bench().extension, { kind: 'publication', publication: { id, title: REPORT, addresses: [] } }, 'On it');
    await keep(
      bench().extension,
      postSubject('post:gone', 'Words that nobody has any more, and that were a post'),
      'Gone',
    );
    const known = readBundledFeed().posts.find((post) => post.id === thread?.posts[0]);
    await keep(
      bench().extension,
      postSubject(known?.id ?? '', 'It said something else when this was written'),
      'Changed',
    );
    const page = await open(NOTES);
    await page.waitForSelector('.note-item .note-text');
    expect(await page.title()).toBe('Notes · IfG Gloss');
    await expect.poll(() => texts(page, '.note-item .note-text')).toHaveLength(3);
    expect(await texts(page, '.note-group h2')).toContain(REPORT);
    const [gone] = (await texts(page, '.note-item')).filter((text) => text.includes('Words that nobody has'));
    expect(gone).toContain('This post is no longer in the library.');
    const [changed] = (await texts(page, '.note-item')).filter((text) => text.includes('It said something else'));
    expect(changed).toContain('Its words have changed since.');
    expect(changed).toContain(known?.text.slice(0, 40));
    // Firefox lets no driver make its window as narrow.
    const width = await page.evaluate(() => {
      Object.assign(document.body.style, { boxSizing: 'border-box', inlineSize: '320px' });
      return document.body.scrollWidth;
    });
    expect(width).toBe(320);
    expect(await findAxeViolations(page)).toEqual([]);
    await bench().picture(page, 'notes');
    await pressButton(page, 'Remove');
    await expect.poll(() => texts(page, '.note-item .note-text')).toHaveLength(2);
    await pressButton(page, 'Undo');
    await expect.poll(() => texts(page, '.note-item .note-text')).toHaveLength(3);
  });
});

function postSubject(post: string, words: string): Subject {
  return { kind: 'post', post, uri: null, time: '2025-09-25T12:18', author: null, words, about: null };
}

/** Has the background keep a note, as a page of the extension does. */
async function keep(extension: Page, subject: Subject, to: string): Promise<void> {
  await extension.evaluate(
    (request) =>
      (Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')).runtime.sendMessage({
        name: 'changeNote',
        request,
      }),
    {
      subject,
      from: '',
      to,
    },
  );
}

async function removeAll(extension: Page): Promise<void> {
  await extension.evaluate(async () => {
    const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
    const ask = (name: string, request: object) => api.runtime.sendMessage({ name, request });
    const { items } = await ask('listOwn', { kind: 'note', start: 0, isAnchored: true });
    for (const { subject, texts } of items)
      for (const from of texts) await ask('changeNote', { subject, from, to: '' });
  });
}

function texts(page: Page, selector: string): Promise<string[]> {
  return page.$$eval(selector, (found) => found.map(({ textContent }) => textContent ?? ''));
}

async function textOf(page: Page, selector: string): Promise<string | undefined> {
  return (await texts(page, selector))[0];
}

function fieldOf(page: Page): Promise<string> {
  return page.$eval('textarea', (field) => field.value);
}

/** As typing does, at once: a page that is not in front hears no keys. */
async function write(page: Page, text: string): Promise<void> {
  await page.$eval(
    'textarea',
    (field, next) => {
      field.value = next;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    },
    text,
  );
}

async function press(page: Page, selector: string): Promise<void> {
  await page.waitForSelector(selector);
  await page.$eval(selector, (button) => (button as HTMLElement).click());
}

async function pressButton(page: Page, name: string): Promise<void> {
  await page.$$eval(
    'main button',
    (buttons, wanted) => buttons.find(({ textContent }) => textContent === wanted)?.click(),
    name,
  );
}
