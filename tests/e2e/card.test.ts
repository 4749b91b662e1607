import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import {
  centreOf,
  chooseSettings,
  type Driver,
  expectInWindow,
  holds,
  moveSlowly,
  openPage,
  pointAt,
  rest,
  timeCard,
  windowSize,
} from './card-driver.ts';
import { cardPages } from './card-pages.ts';
import { inBrowsers } from './in-browsers.ts';

/** Milliseconds, as they are where the reader has chosen nothing. */
const DWELL = 400;
const GRACE = 300;

inBrowsers('the card', cardPages, (bench) => {
  const on = async (path: string, use: (driver: Driver) => Promise<void>) => {
    const driver = await openPage(bench(), path);
    try {
      await use(driver);
    } finally {
      await driver.page.close();
    }
  };

  test('opens after the dwell and not before, and closes after the grace', () =>
    on('/', async ({ page, opened, isOpen }) => {
      const delays = await timeCard(page);
      await pointAt(page, '#first');
      await opened();
      await page.mouse.move(5, 590);
      await expect.poll(() => isOpen()).toBe(false);
      const { came, went } = await delays();
      expect(came).toBeGreaterThanOrEqual(DWELL);
      expect(went).toBeGreaterThanOrEqual(GRACE);
    }));

  test('does not open where the pointer only passes', () =>
    on('/', async ({ page, isOpen }) => {
      await chooseSettings(bench(), { dwell: 1200 });
      await page.waitForSelector('#first[data-ifg-gloss]');
      await pointAt(page, '#first');
      await page.mouse.move(5, 590);
      await rest(1500);
      expect(await isOpen()).toBe(false);
      await chooseSettings(bench(), {});
    }));

  test('opens after the dwell that the reader has chosen', () =>
    on('/', async ({ page, opened }) => {
      await chooseSettings(bench(), { dwell: 1500 });
      await page.waitForSelector('#first[data-ifg-gloss]');
      const delays = await timeCard(page);
      await pointAt(page, '#first');
      await opened();
      expect((await delays()).came).toBeGreaterThanOrEqual(1500);
      await chooseSettings(bench(), {});
    }));

  test('opens at Alt and a click where that is chosen, and the link is not followed', () =>
    on('/', async ({ page, opened, isOpen }) => {
      await chooseSettings(bench(), { cardOpens: 'modifier-click' });
      await page.waitForSelector('#first[data-ifg-gloss]');
      const address = page.url();
      // To an https address Chromium would open a connection when the button goes down.
      await pointAt(page, '#bare');
      await rest(800);
      expect(await isOpen()).toBe(false);
      await page.keyboard.down('Alt');
      await page.mouse.down();
      await page.mouse.up();
      await page.keyboard.up('Alt');
      await opened();
      expect(page.url()).toBe(address);
      await page.mouse.move(5, 590);
      await rest(600);
      expect(await isOpen()).toBe(true);
      await page.mouse.click(5, 590);
      await expect.poll(() => isOpen()).toBe(false);
      await chooseSettings(bench(), {});
    }));

  test('opens at nothing but the shortcut where that is chosen', () =>
    on('/', async ({ page, ask, opened, isOpen }) => {
      await chooseSettings(bench(), { cardOpens: 'off' });
      await page.waitForSelector('#first[data-ifg-gloss]');
      await pointAt(page, '#first');
      await rest(800);
      expect(await isOpen()).toBe(false);
      await page.focus('#first');
      await ask();
      await opened();
      await chooseSettings(bench(), {});
    }));

  test('is reached on a slow and slanting way across other links, and stays while the pointer is in it', () =>
    on('/', async ({ page, opened, isOpen, where, read }) => {
      const from = await pointAt(page, '#first');
      await opened();
      const { left, right, top } = await where();
      await read((root) => root.querySelector('.sheet')?.setAttribute('data-same', ''));
      await moveSlowly(page, { x: from.x - 60, y: from.y }, { x: right - 20, y: top + 10 }, 40);
      await rest(600);
      expect(await isOpen()).toBe(true);
      await moveSlowly(page, { x: right - 20, y: top + 10 }, { x: left + 20, y: top + 30 });
      await rest(600);
      expect(await read((root) => root.querySelector('.sheet')?.hasAttribute('data-same'))).toBe(true);
    }));

  test('gives way to another link that the pointer rests on: one at a time', () =>
    on('/', async ({ page, opened, text }) => {
      await pointAt(page, '#related');
      await opened();
      expect(await text('h1')).toBe('Posts on a related subject');
      await pointAt(page, '#first');
      await expect.poll(() => text('h1')).toMatch(/^The role of procurement/);
      expect(await page.$$eval('[data-ifg-gloss-host=card]', (cards) => cards.length)).toBe(1);
    }));

  test('stays in the window and out of the pointer’s way in every corner', () =>
    on('/corners', async ({ page, opened, where, isOpen }) => {
      const size = await windowSize(page);
      for (const id of ['top-left', 'top-right', 'bottom-left', 'bottom-right', 'middle']) {
        const pointer = await pointAt(page, `#${id}`);
        await opened();
        const box = await where();
        expectInWindow(box, size);
        expect(holds(box, pointer)).toBe(false);
        expect(box.bottom - box.top).toBeGreaterThan(200);
        await bench().picture(page, `card-${id}`);
        await page.keyboard.press('Escape');
        await expect.poll(() => isOpen()).toBe(false);
        await page.mouse.move(size.width / 2, 100);
      }
    }));

  test('stays out of the pointer’s way over a link as large as a picture', () =>
    on('/large', async ({ page, opened, where }) => {
      const pointer = await pointAt(page, '#large span');
      await opened();
      expect(holds(await where(), pointer)).toBe(false);
      expectInWindow(await where(), await windowSize(page));
    }));

  test('begins at the link’s own side on a page that is read from the right', () =>
    on('/rtl', async ({ page, opened, where }) => {
      await pointAt(page, '#first');
      await opened();
      const linkRight = await page.$eval('#first', (link) => link.getBoundingClientRect().right);
      expect((await where()).right).toBeCloseTo(linkRight, -1);
      await bench().picture(page, 'card-rtl');
    }));

  test('moves nothing in the page', () =>
    on('/', async ({ page, opened }) => {
      const measure = () =>
        page.evaluate(() => [
          document.documentElement.scrollWidth,
          document.documentElement.scrollHeight,
          ...[...document.body.children].map((child) => child.getBoundingClientRect().top),
        ]);
      const before = await measure();
      await pointAt(page, '#first');
      await opened();
      expect(await measure()).toEqual(before);
      expect(await page.evaluate(() => [window.length, document.querySelectorAll('iframe').length])).toEqual([0, 0]);
    }));

  test('stays when it is pinned, is moved by mouse and arrow keys within the window, and closes at Escape', () =>
    on('/', async ({ page, opened, where, press, isOpen, read }) => {
      await pointAt(page, '#first');
      await opened();
      await press('.pin');
      expect(await read((root) => root.querySelector('.pin')?.getAttribute('aria-pressed'))).toBe('true');
      await page.mouse.move(5, 590);
      await rest(700);
      await page.mouse.click(5, 590);
      expect(await isOpen()).toBe(true);

      const before = await where();
      const bar = { x: before.left + 100, y: before.top + 12 };
      await page.mouse.move(bar.x, bar.y);
      await page.mouse.down();
      await page.mouse.move(bar.x + 60, bar.y + 20, { steps: 6 });
      await page.mouse.up();
      const after = await where();
      expect(after.left - before.left).toBeCloseTo(60, -1);
      expect(after.top - before.top).toBeCloseTo(Math.min(20, 592 - (after.bottom - after.top) - before.top), -1);
      await bench().picture(page, 'card-moved');

      await page.mouse.move(after.left + 100, after.top + 12);
      await page.mouse.down();
      await page.mouse.move(5, 5, { steps: 6 });
      await page.mouse.up();
      expectInWindow(await where(), await windowSize(page));
      await press('.handle');
      const still = await where();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowLeft');
      expect((await where()).left).toBeCloseTo(still.left + 24, 0);
      for (let press = 0; press < 40; press += 1) await page.keyboard.press('ArrowUp');
      expectInWindow(await where(), await windowSize(page));
      await page.keyboard.press('Escape');
      await expect.poll(() => isOpen()).toBe(false);
    }));

  test('opens at a long touch, and a short one follows the link', () =>
    on('/', async ({ page, opened, isOpen }) => {
      // To an https address Chromium would open a connection at the touch, before any click.
      const { x, y } = await centreOf(page, '#bare');
      await page.evaluate(() =>
        document.addEventListener('click', (event) => {
          document.title = `followed ${event.defaultPrevented}`;
          event.preventDefault();
        }),
      );
      await page.touchscreen.touchStart(x, y);
      await opened();
      await page.touchscreen.touchEnd();
      await rest(300);
      expect(await isOpen()).toBe(true);
      expect(await page.title()).toBe('Card');
      await page.touchscreen.tap(5, 590);
      await expect.poll(() => isOpen()).toBe(false);
      await page.touchscreen.tap(x, y);
      await rest(700);
      expect(await isOpen()).toBe(false);
      expect(await page.title()).toBe('followed false');
    }));

  test(
    'by keyboard: the focus goes in, goes round both ways, and back to the link',
    () =>
      on('/', async ({ page, ask, opened, focused, isOpen }) => {
        await page.focus('#second');
        await ask();
        await opened();
        expect(await focused()).toBe('Posts and recommendations');
        await page.keyboard.down('Shift');
        for (let back = 0; back < 4; back += 1) await page.keyboard.press('Tab');
        await page.keyboard.up('Shift');
        expect(await focused()).toMatch(/^Bring up to date/);
        await page.keyboard.press('Tab');
        expect(await focused()).toMatch(/^Move the card/);
        const seen = new Set<string | null>();
        for (let forth = 0; forth < 90; forth += 1) {
          await page.keyboard.press('Tab');
          seen.add(await focused());
        }
        expect(seen).toContain('Close the card');
        expect(seen).toContain('Copy this post with its source');
        expect(seen).not.toContain('nothing');
        expect(await page.evaluate(() => document.activeElement?.getAttribute('data-ifg-gloss-host'))).toBe('card');
        await page.keyboard.press('Escape');
        await expect.poll(() => isOpen()).toBe(false);
        expect(await page.evaluate(() => document.activeElement?.id)).toBe('second');
      }),
    90_000,
  );

  test('the page hears nothing of keys, copying and selecting in the card', () =>
    on('/', async ({ page, ask, opened, press, text }) => {
      await page.focus('#first');
      await ask();
      await opened();
      await page.evaluate(() => Reflect.get(window, 'heard').splice(0));
      await press('.cite .copy');
      expect(await text('.cite .copy')).toBe('Copied');
      for (const key of ['a', 'Tab', 'Enter', 'ArrowDown', 'PageDown', '/'] as const) await page.keyboard.press(key);
      await page.keyboard.down('Control');
      await page.keyboard.press('a');
      await page.keyboard.press('c');
      await page.keyboard.up('Control');
      expect(await page.evaluate(() => Reflect.get(window, 'heard'))).toEqual([]);
      expect(await page.evaluate(() => scrollY)).toBe(0);
    }));

  test('Escape leaves the focus where it is while the card is only pointed at', () =>
    on('/', async ({ page, opened, isOpen }) => {
      await page.click('#field');
      await pointAt(page, '#first');
      await opened();
      await page.keyboard.press('x');
      await page.keyboard.press('Escape');
      await expect.poll(() => isOpen()).toBe(false);
      expect(
        await page.$eval('#field', (field) => [(field as HTMLTextAreaElement).value, document.activeElement === field]),
      ).toEqual(['x', true]);
    }));

  test('copies a post, a recommendation and references, and says so', () =>
    on('/', async ({ page, opened, unfold, press, where, read, text }) => {
      await page.focus('#first');
      await pointAt(page, '#first');
      await opened();
      await unfold();
      const copyAndPaste = async (selector: string) => {
        await read((root, name: string) => root.querySelector(name)?.scrollIntoView({ block: 'nearest' }), selector);
        const pointer = await where(selector);
        await page.mouse.move(pointer.left + 3, pointer.top + 3);
        await press(selector);
        expect(await text(selector)).toBe('Copied');
        expect(await text(`${selector} + [role="status"]`)).toBe('Copied');
        return paste(page);
      };
      const harvard = await copyAndPaste('.cite .copy');
      expect(harvard).toBe(
        'The role of procurement in delivering mission-led government. Institute for Government. Available at: https://www.instituteforgovernment.org.uk/publication/procurement-government-missions-delivery',
      );
      await pointAt(page, '#first');
      await opened();
      if ((await text('.show-all')) !== null) await unfold();
      expect(await copyAndPaste('.recommendations li .copy')).toMatch(
        /^“Commercial leads for each mission [\s\S]*”\n— Recommendation 1 \(market shaping\)\n— In Ben Paxton’s feed \(@drbenpaxton\.bsky\.social\) on Bluesky, .*2025.*12:18.*\. The copy of the feed is from .*2025\.\n— About “The role of procurement in delivering mission-led government”\.$/,
      );
      await pointAt(page, '#first');
      await opened();
      if ((await text('.show-all')) !== null) await unfold();
      await press('.recommendations li .action');
      const id = await read((root) => root.activeElement?.getAttribute('data-post'));
      expect(id).toMatch(/^post:[0-9a-f]{16}$/);
      const post = await where('.post:focus');
      const card = await where();
      expect(post.top).toBeGreaterThan(card.top);
      expect(post.top).toBeLessThan(card.bottom);
      expect(await copyAndPaste(`.post[data-post="${id}"] .copy`)).toMatch(
        /^“1\. Commercial leads [\s\S]*”\n— In Ben Paxton’s feed [^—]*\n— About/,
      );
    }));

  test('scrolls inside, and the page stays at either end', () =>
    on('/', async ({ page, opened, where, read, text }) => {
      await pointAt(page, '#first');
      await opened();
      const { left, right, top, bottom } = await where();
      await moveSlowly(page, await centreOf(page, '#first'), { x: (left + right) / 2, y: (top + bottom) / 2 }, 8);
      const scrolled = () => read((root) => root.querySelector('.scroller')?.scrollTop ?? -1);
      // Whoever scrolls in a glance wants the rest of it.
      await page.mouse.wheel({ deltaY: 150 });
      await expect.poll(() => text('.conversations h2')).not.toBeNull();
      await page.mouse.wheel({ deltaY: 150 });
      await expect.poll(scrolled).toBeGreaterThan(50);
      for (let turn = 0; turn < 12; turn += 1) await page.mouse.wheel({ deltaY: 2000 });
      await rest(400);
      await page.mouse.wheel({ deltaY: 500 });
      await rest(300);
      expect(await page.evaluate(() => scrollY)).toBe(0);
      await page.mouse.move(left + 100, top + 12);
      await page.mouse.wheel({ deltaY: 500 });
      await rest(300);
      expect(await page.evaluate(() => scrollY)).toBe(0);
      await bench().picture(page, 'card-end');
    }));

  test('opens small: what it is, how sure that is, how much is said and how that begins', () =>
    on('/', async ({ page, opened, where, text, read }) => {
      await pointAt(page, '#first');
      await opened();
      const { top, bottom } = await where();
      expect(bottom - top).toBeLessThanOrEqual(240);
      expect(await text('.kinds')).toBe('Report · Institute for Government');
      expect(await text('h1')).toBe('The role of procurement in delivering mission-led government');
      expect(await text('.sureness')).toMatch(/^(?:Certain|Exact)/);
      expect(await text('.counts')).toMatch(/17.*14/);
      expect(await text('.opening')).toMatch(/^1 Commercial leads for each mission/);
      expect(await text('.show-all')).toBe('Show all');
      expect(
        await read((root) => {
          const { scrollHeight = 1, clientHeight = 0 } = root.querySelector('.scroller') ?? {};
          return scrollHeight <= clientHeight;
        }),
      ).toBe(true);
      await bench().picture(page, 'card-glance');
    }));

  test.each([
    ['a click in it', ({ press }: Driver) => press('.opening')],
    ['a click on what counts the posts', ({ press }: Driver) => press('.counts .action')],
    ['pinning', ({ press }: Driver) => press('.pin')],
    [
      'the shortcut',
      async ({ page, ask }: Driver) => {
        await page.focus('#first');
        await ask();
      },
    ],
  ] as const)('shows all of it at %s, on the same side of its link', (_, unfold) =>
    on('/', async (driver) => {
      const { page, opened, where, text } = driver;
      await pointAt(page, '#first');
      await opened();
      const glance = await where();
      await unfold(driver);
      await expect.poll(() => text('.conversations h2')).not.toBeNull();
      const whole = await where();
      expect(whole.bottom - whole.top).toBeGreaterThan(400);
      expect([whole.left, whole.top]).toEqual([glance.left, glance.top]);
    }),
  );

  test('grows upwards above its link, where its room is', () =>
    on('/corners', async ({ page, opened, unfold, where }) => {
      await pointAt(page, '#bottom-left');
      await opened();
      const glance = await where();
      await unfold();
      const whole = await where();
      expect(whole.bottom).toBe(glance.bottom);
      expect(whole.top).toBeLessThan(glance.top - 150);
    }));

  test('opens in full where the reader has chosen that', () =>
    on('/', async ({ page, opened, text }) => {
      await chooseSettings(bench(), { cardIsWhole: true });
      await pointAt(page, '#first');
      await opened();
      expect(await text('.conversations h2')).not.toBeNull();
      await chooseSettings(bench(), {});
    }));

  test('stands beside a frame that is too small for it, and stays while it is used', () =>
    on('/small-frame', async ({ page, opened, isOpen, where, text, ask, focused }) => {
      const frame = page.frames().find((each) => each.url().endsWith('/inner'));
      if (frame === undefined) throw new Error('The frame is not there.');
      await frame.waitForSelector('#inner[data-ifg-gloss]');
      await rest(300);
      const { x, y } = await centreOf(page, '#small');
      const inner = await frame.$eval('#inner', (link) => {
        const { left = 0, top = 0, width = 0, height = 0 } = link.getClientRects()[0] ?? {};
        return { x: left + width / 2, y: top + height / 2 };
      });
      const box = await page.$eval('#small', (element) => element.getBoundingClientRect().toJSON());
      const border = 2;
      const link = { x: box.left + border + inner.x, y: box.top + border + inner.y };
      await page.mouse.move(link.x - 20, link.y, { steps: 2 });
      await page.mouse.move(link.x, link.y, { steps: 3 });
      await opened();
      expect(await isOpen(frame)).toBe(false);
      expect(await text('.opening')).toMatch(/Commercial leads/);
      const card = await where();
      expectInWindow(card, await windowSize(page));
      expect(card.top >= box.bottom || card.bottom <= box.top).toBe(true);
      await moveSlowly(page, { x, y }, { x: card.left + 40, y: (card.top + card.bottom) / 2 });
      await rest(600);
      expect(await isOpen()).toBe(true);
      await page.mouse.move(5, 590);
      await expect.poll(() => isOpen()).toBe(false);

      await frame.focus('#inner');
      await ask();
      await opened();
      await expect.poll(focused).not.toBe('nothing');
      await page.keyboard.press('Escape');
      await expect.poll(() => isOpen()).toBe(false);

      await expect.poll(() => frame.evaluate(() => document.activeElement?.id)).toBe('inner');
      await ask();
      await opened();
      await frame.evaluate(() => location.reload());
      await expect.poll(() => isOpen()).toBe(false);
    }));

  test('closes when the page scrolls its link away', () =>
    on('/', async ({ page, opened, isOpen }) => {
      await pointAt(page, '#first');
      await opened();
      await page.evaluate(() => scrollTo(0, 200));
      await expect.poll(() => isOpen()).toBe(false);
    }));

  test('is dark on a dark page and light on a light one', async () => {
    const colour = async ({ page, opened, read }: Driver) => {
      await pointAt(page, '#first');
      await opened();
      return read((root) => {
        const sheet = root.querySelector('.sheet');
        return sheet && root.ownerDocument.defaultView?.getComputedStyle(sheet).backgroundColor;
      });
    };
    await on('/dark', async (driver) => {
      expect(await colour(driver)).toBe('rgb(27, 35, 38)');
      await bench().picture(driver.page, 'card-dark');
    });
    await on('/dark-oklch', async (driver) => {
      expect(await colour(driver)).toBe('rgb(27, 35, 38)');
    });
    await on('/light', async (driver) => {
      expect(await colour(driver)).toBe('rgb(255, 255, 255)');
    });
  });

  test('has letters of the reader’s size, whatever the page’s are', () =>
    on('/small', async ({ page, opened, read }) => {
      await pointAt(page, '#first');
      await opened();
      expect(
        await read((root) => {
          const article = root.querySelector('article');
          return article && root.ownerDocument.defaultView?.getComputedStyle(article).fontSize;
        }),
      ).toBe('15px');
    }));

  test('says what connects it with a page that no post is about', () =>
    on('/', async ({ page, opened, unfold, text, read }) => {
      await pointAt(page, '#related');
      await opened();
      await unfold();
      expect(await text('.sureness')).toBe(
        'Related · No posts are known to be about this page itself. Words that also appear in posts: accountability, procurement.',
      );
      expect(await read((root) => [...root.querySelectorAll('mark')].map((mark) => mark.textContent))).toContain(
        'procurement',
      );
      expect(await text('.cite')).toBeNull();
      await bench().picture(page, 'card-related');
    }));

  test('opens Bluesky only by links that tell it nothing of the page', () =>
    on('/', async ({ page, opened, unfold, read }) => {
      await pointAt(page, '#first');
      await opened();
      await unfold();
      const links = (await read((root) => [...root.querySelectorAll('a')].map((a) => [a.href, a.target, a.rel]))) ?? [];
      expect(links).toHaveLength(18);
      for (const [href, target, rel] of links) {
        expect(href).toMatch(
          /^https:\/\/bsky\.app\/(?:profile\/drbenpaxton\.bsky\.social$|search\?q=from%3Adrbenpaxton\.bsky\.social%20%22)/,
        );
        expect([target, rel]).toEqual(['_blank', 'noopener noreferrer']);
      }
      expect(await read((root) => root.querySelector('a .unseen')?.textContent)).toBe(' (opens Bluesky)');
    }));

  test('a screen reader hears of the mark when its link gets the focus, and the link stays as it is', () =>
    on('/', async ({ page, voice }) => {
      const attributes = () =>
        page.$eval('#first', (link) => [...link.attributes].map(({ name, value }) => `${name}=${value}`));
      const before = await attributes();
      await page.click('#field');
      await page.keyboard.press('Tab');
      await page.waitForSelector('[data-ifg-gloss-host=voice]');
      await expect.poll(voice).toBe('IfG Gloss: 17 posts about this link. Exact match.');
      expect(await attributes()).toEqual(before);
      for (let forth = 0; forth < 3; forth += 1) await page.keyboard.press('Tab');
      await expect.poll(voice).toBe('IfG Gloss: 1 post on a related subject.');
      await page.click('#field');
      await expect.poll(() => page.$('[data-ifg-gloss-host=voice]')).toBeNull();
    }));

  test('stands within what is seen of a frame that is higher than the window', () =>
    on('/tall-frame', async ({ page, where, read }) => {
      const frame = await (await page.$('#tall'))?.contentFrame();
      if (!frame) throw new Error('The frame is not there.');
      await frame.waitForSelector('#inner[data-ifg-gloss]');
      await frame.$eval('#inner', (inner) => inner.scrollIntoView({ block: 'end' }));
      const from = await page.$eval('#tall', (tall) => tall.getBoundingClientRect().top);
      const point = await (await frame.$('#inner'))?.clickablePoint();
      await page.mouse.move((point?.x ?? 0) - 2, point?.y ?? 0, { steps: 2 });
      await page.mouse.move(point?.x ?? 0, point?.y ?? 0);
      await expect.poll(() => read(() => true), { timeout: 5000 }).toBe(true);
      const { top, bottom } = await where();
      expect(from + top).toBeGreaterThanOrEqual(0);
      expect(from + bottom).toBeLessThanOrEqual(await page.evaluate(() => innerHeight));
    }));

  test('opens at the focused link of a frame, and only one in all frames', () =>
    on('/frames', async ({ page, ask, isOpen, opened }) => {
      for (const id of ['same', 'cross']) {
        const frame = await (await page.$(`#${id}`))?.contentFrame();
        if (!frame) throw new Error(`${id} is no frame`);
        await frame.waitForSelector('#inner[data-ifg-gloss]');
        await rest(300);
        await frame.focus('#inner');
        await ask();
        await frame.waitForSelector('[data-ifg-gloss-host=card][data-open]', { timeout: 5000 });
        expect(await isOpen()).toBe(false);
        await page.focus('#first');
        await ask();
        await opened();
        await expect.poll(() => isOpen(frame)).toBe(false);
        await page.keyboard.press('Escape');
        expect(await page.evaluate(() => document.activeElement?.id)).toBe('first');
      }
    }));

  test('works in a modal dialog', () =>
    on('/dialog', async ({ page, opened, press, read }) => {
      await pointAt(page, '#first');
      await opened();
      await press('.pin');
      expect(await read((root) => root.querySelector('.pin')?.getAttribute('aria-pressed'))).toBe('true');
    }));

  test('takes the pointer in a modal dialog of a component, into which the link is put by a slot', () =>
    on('/dialog-of-a-component', async ({ page }) => {
      const { x, y } = await pointAt(page, '#first');
      await page.waitForSelector('>>> [data-ifg-gloss-host=card][data-open]', { timeout: 5000 });
      await page.mouse.move(x, y + 60, { steps: 8 });
      const hit = await page.$eval(
        'modal-box',
        ({ shadowRoot }, at) => shadowRoot?.elementFromPoint(at.x, at.y)?.getAttribute('data-ifg-gloss-host'),
        { x, y: y + 60 },
      );
      expect(hit).toBe('card');
      await rest(600);
      expect(await page.$('>>> [data-ifg-gloss-host=card][data-open]')).not.toBeNull();
    }));

  test('opens at an address in a text, but not where something lies over it', () =>
    on('/text', async ({ page, opened, isOpen, text }) => {
      await pointAt(page, '#written');
      await opened();
      expect(await text('h1')).toMatch(/^The role of procurement/);
      await page.keyboard.press('Escape');
      await page.mouse.move(5, 590);
      await page.$eval('#cover', (cover) => cover.removeAttribute('hidden'));
      await pointAt(page, '#written');
      await rest(800);
      expect(await isOpen()).toBe(false);
    }));

  test('does not open while the reader selects', () =>
    on('/text', async ({ page, isOpen }) => {
      for (const selector of ['#written', '#first']) {
        const { x, y } = await centreOf(page, selector);
        await page.mouse.move(x, y + 60);
        await page.mouse.down();
        await page.mouse.move(x, y, { steps: 4 });
        await rest(800);
        expect(await isOpen()).toBe(false);
        await page.mouse.up();
      }
    }));

  test('works in a page that is sandboxed', () =>
    on('/sandbox', async ({ page, opened, text }) => {
      await pointAt(page, '#first');
      await opened();
      expect(await text('h1')).toMatch(/^The role of procurement/);
    }));
});

/** What is on the clipboard, in a field of the page. */
async function paste(page: Page): Promise<string> {
  await page.focus('#field');
  await page.$eval('#field', (field) => {
    (field as HTMLTextAreaElement).value = '';
  });
  await page.keyboard.down('Control');
  await page.keyboard.press('v');
  await page.keyboard.up('Control');
  return page.$eval('#field', (field) => (field as HTMLTextAreaElement).value);
}
