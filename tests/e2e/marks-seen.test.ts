import { writeFile } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { contrast } from './contrast.ts';
import { inBrowsers } from './in-browsers.ts';
import { GROUNDS, kindPages } from './mark-kinds.ts';
import { type Picture, readPng } from './png.ts';

const SITE = 'http://kinds.example';
/** Pixels of a mark that differ at least 3:1 from what is there without it: of two dots of the smallest letters' width. */
const SEEN = 16;
const CONTRAST = 3;

interface Box {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

inBrowsers('how marks are seen', kindPages, (bench) => {
  test.each([
    ['exact', Object.keys(GROUNDS)],
    ['likely', ['white', 'mid grey', 'black', 'photo']],
    ['related', ['white', 'mid grey', 'black', 'photo']],
  ])('that are %s: at every kind of link, on light and dark, and nothing moves', async (sureness, grounds) => {
    const bare = await open('/bare');
    const marked = await open(`/${sureness}`);
    await allHaveForms(marked);
    const cells = await boxesOf(bare, 'td[id]');
    const unseen: Record<string, readonly string[]> = {};
    for (const ground of grounds) {
      const [without, withMarks] = [
        await shoot(bare, ground),
        await shoot(marked, ground, `${bench().name}-${sureness}`),
      ];
      const missing = cells.filter((cell) => countSeen(without, withMarks, cell) < SEEN);
      if (missing.length > 0) unseen[ground] = missing.map(({ id }) => id);
    }
    expect(unseen).toEqual({});
    expect(await boxesOf(marked, '*')).toEqual(await boxesOf(bare, '*'));
    await Promise.all([bare.close(), marked.close()]);
  });

  test('not in print', async () => {
    // The driver cannot have Firefox draw for print.
    if (bench().name === 'firefox') return;
    const bare = await open('/bare');
    const marked = await open('/exact');
    await allHaveForms(marked);
    await Promise.all([bare, marked].map((page) => page.emulateMediaType('print')));
    const [without, withMarks] = [await shoot(bare, 'white'), await shoot(marked, 'white')];
    const cells = await boxesOf(bare, 'td[id]');
    expect(cells.filter((cell) => countSeen(without, withMarks, cell) > 0)).toEqual([]);
    await Promise.all([bare.close(), marked.close()]);
  });

  test('where a link is shown, moved or marked anew, and no form is written twice', async () => {
    const page = await open('/later');
    await page.waitForSelector('#shown[data-ifg-gloss="exact ring-pictures"]');
    await page.evaluate(() => {
      const written: string[] = [];
      new MutationObserver((records) => {
        for (const { target } of records) written.push((target as Element).id);
      }).observe(document, { subtree: true, attributeFilter: ['data-ifg-gloss'] });
      Object.assign(window, { written });
    });
    expect(await page.$eval('#hidden', (link) => link.getAttribute('data-ifg-gloss'))).toBeNull();
    await page.$eval('details', (details) => {
      details.open = true;
    });
    await page.waitForSelector('#hidden[data-ifg-gloss="exact ring-pictures"]');
    await page.$eval('#shown', (link) => link.removeAttribute('data-ifg-gloss'));
    await page.waitForSelector('#shown[data-ifg-gloss="exact ring-pictures"]');
    await new Promise((resolve) => setTimeout(resolve, 2000));
    // Of each the mark, and its form; the first time the other's was taken off.
    const written = ['hidden', 'hidden', 'shown', 'shown', 'shown'];
    expect(await page.evaluate(() => Reflect.get(window, 'written'))).toEqual(written);
    await page.close();
  });

  test('anew where a text makes way for a picture, or a picture for a text', async () => {
    const page = await open('/later');
    await page.waitForSelector('#shown[data-ifg-gloss="exact ring-pictures"]');
    const picture = await page.$eval('#shown', (link) => {
      const was = link.innerHTML;
      link.textContent = 'report';
      return was;
    });
    await page.waitForSelector('#shown[data-ifg-gloss="exact"]');
    await page.$eval(
      '#shown',
      (link, content) => {
        link.innerHTML = content;
      },
      picture,
    );
    await page.waitForSelector('#shown[data-ifg-gloss="exact ring-pictures"]');
    await page.close();
  });

  test('on a page that changes all the time, once a link is near', async () => {
    const page = await open('/later');
    await page.evaluate(() => {
      const clock = document.body.appendChild(document.createElement('p'));
      setInterval(() => clock.replaceChildren(String(performance.now())), 4);
    });
    // The driver's own way to wait looks at each change, and never comes to an end here.
    const markOf = (id: string) => page.$eval(`#${id}`, (link) => link.getAttribute('data-ifg-gloss'));
    await expect.poll(() => markOf('shown')).toBe('exact ring-pictures');
    await page.$eval('#shown', (link) => {
      const far = Object.assign(link.cloneNode(true) as Element, { id: 'far' });
      far.removeAttribute('data-ifg-gloss');
      document.body.append(Object.assign(document.createElement('div'), { style: 'height: 3000px' }), far);
    });
    await expect.poll(() => markOf('far')).toBe('exact');
    await page.$eval('#far', (link) => link.scrollIntoView());
    await expect.poll(() => markOf('far')).toBe('exact ring-pictures');
    await page.close();
  });

  async function open(path: string): Promise<Page> {
    const page = await bench().started.browser.newPage();
    await page.goto(SITE + path);
    await page.bringToFront();
    return page;
  }
});

/** Shows all of a page, and waits until each link that needs a form has one. */
async function allHaveForms(page: Page): Promise<void> {
  const missing = () => page.$$eval('a:not([data-ifg-gloss])', (links) => links.length);
  await expect.poll(missing, { timeout: 5000 }).toBe(0);
  for (const top of [300, 600, 900, 0]) {
    await page.evaluate((to) => scrollTo(0, to), top);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

/** A picture of the page on a ground, saved for a person to look at where it has a name. */
async function shoot(page: Page, ground: string, name?: string): Promise<Picture> {
  const [background, isLight] = GROUNDS[ground as keyof typeof GROUNDS];
  await page.evaluate(
    (behind, colour) => {
      document.body.style.cssText = `background: ${behind}; color: ${colour}`;
    },
    background,
    isLight ? '#fff' : '#111',
  );
  await page.bringToFront();
  const file = await page.screenshot({ fullPage: true });
  if (name !== undefined) await writeFile(`pictures/${name}-on-${ground.replaceAll(' ', '-')}.png`, file);
  return readPng(file);
}

/** The pixels of a box that are seen to be others with the mark than without. */
function countSeen(without: Picture, withMarks: Picture, { x, y, width, height }: Box): number {
  let count = 0;
  for (let row = Math.floor(y); row < y + height; row += 1)
    for (let column = Math.floor(x); column < x + width; column += 1)
      if (contrast(without.at(column, row), withMarks.at(column, row)) >= CONTRAST) count += 1;
  return count;
}

function boxesOf(page: Page, selector: string): Promise<Box[]> {
  return page.$$eval(selector, (elements) =>
    elements.map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { id: element.id, x, y, width, height };
    }),
  );
}
