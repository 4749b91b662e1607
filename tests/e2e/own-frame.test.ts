import type { Frame, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Gloss } from '../../core/gloss/gloss.ts';
import type { Recommendation } from '../../core/model/recommendation.ts';
import { findTab } from '../../scripts/browsers/extension-pages.ts';
import { article } from '../../scripts/site/demo-pages.ts';
import { type Pages, type Site, serveSite } from '../../scripts/site/serve.ts';
import { REPORT } from './apps/addresses.ts';
import { findAxeViolations } from './axe.ts';
import { type Driver, openPage, rest } from './card-driver.ts';
import { cardPages } from './card-pages.ts';
import { type Bench, inBrowsers, inCard } from './in-browsers.ts';
import { REPORT_PAGE, visitReportPage } from './report-page-driver.ts';
import { reportPages } from './report-page-pages.ts';

const SECRET = 'Ask Dr Quill whether xylophones count';

/** Notes all that a page can hear or look up of a frame in it. */
const LISTENER = `<script>
  window.heard = [];
  const note = (...said) => heard.push(said.join(' '));
  addEventListener('message', ({ origin, data }) => note('message', origin, data), true);
  addEventListener('securitypolicyviolation', ({ blockedURI }) => note('refused', blockedURI), true);
  for (const name of ['load', 'error', 'pageshow', 'hashchange'])
    addEventListener(name, ({ target }) => target !== document && target !== window && note(name, target), true);
  new PerformanceObserver((list) => list.getEntries().forEach(({ name }) => /extension/.test(name) && note('entry', name)))
    .observe({ entryTypes: ['resource', 'navigation'] });
  if (window.ReportingObserver)
    new ReportingObserver((all) => all.forEach(({ type, body }) => note('report', type, JSON.stringify(body))), { buffered: true }).observe();
</script>`;
const ARTICLE = article('Own', `${LISTENER}<p>Here is <a id="first" href="${REPORT}">a report on procurement</a>.</p>`);

/** Pages that keep frames out; a page of this machine's own is a secure one, where all of these hold. */
const STRICT: Readonly<Record<string, string>> = {
  'frame-src': "content-security-policy: frame-src 'none'",
  'default-src': "content-security-policy: default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'",
  embedder: 'cross-origin-embedder-policy: require-corp',
  credentialless: 'cross-origin-embedder-policy: credentialless',
  sandbox: 'content-security-policy: sandbox allow-scripts',
  'sandbox-with-origin': 'content-security-policy: sandbox allow-scripts allow-same-origin',
};
const strictPages: Pages = ({ pathname }) => {
  const [name = '', value = ''] = (STRICT[pathname.slice(1)] ?? '').split(/: (.*)/);
  return name === '' ? { body: '', type: 'image/x-icon' } : { ...ARTICLE, headers: { [name]: value } };
};
const pages: Pages = (address) => {
  if (address.hostname === 'card.example' && address.pathname === '/own') return ARTICLE;
  return cardPages(address) ?? reportPages(address);
};

inBrowsers('what the reader wrote', pages, (bench) => {
  let site: Site;
  beforeAll(async () => {
    site = await serveSite(strictPages);
    await write(bench(), SECRET);
  });
  afterAll(() => site.close());

  const on = async (path: string, use: (driver: Driver) => Promise<void>, link = '#first') => {
    const driver = await openPage(bench(), path);
    try {
      await driver.page.focus(link);
      await driver.ask();
      await driver.opened();
      await use(driver);
    } finally {
      await driver.page.close();
    }
  };
  const shows = (page: Page, text: string, within = 5000) =>
    expect.poll(async () => textOf(await ownFrame(page)).catch(() => ''), { timeout: within }).toContain(text);

  test('is seen in a card, and the page learns nothing of it', () =>
    on('/own', async (driver) => {
      const { page } = driver;
      await shows(page, SECRET);
      await bench().picture(page, 'own-card');
      const seen = await page.evaluate((secret) => {
        const find = Reflect.get(window, 'find') as (...sought: unknown[]) => boolean;
        // What the browser's own search says in all its forms, also by failing.
        const search = (text: string) =>
          [true, false].map((inFrames) => {
            try {
              return find(text, false, false, true, false, inFrames);
            } catch (error) {
              return String(error);
            }
          });
        return {
          heard: Reflect.get(window, 'heard') as unknown,
          frames: window.length + document.querySelectorAll('iframe').length,
          entries: performance.getEntries().filter(({ name }) => /extension|own-frame/.test(name)).length,
          said: document.documentElement.textContent?.includes(secret),
          found: search(secret),
          unfound: search(secret.replace('Quill', 'Quoll')),
        };
      }, SECRET);
      expect(seen).toMatchObject({ heard: [], frames: 0, entries: 0, said: false, found: seen.unfound });
    }));

  test('is in no answer to a script of ours', () =>
    on('/own', async (driver) => {
      await shows(driver.page, SECRET);
      expect(await driver.read((root) => root.ownerDocument.documentElement.innerHTML + root.innerHTML)).not.toContain(
        SECRET,
      );
      const answers = await inPage(
        bench(),
        driver.page,
        async (secret: string, address: string) => {
          const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
          const ask = (name: string, request: object) =>
            api.runtime.sendMessage({ name, request }).then(JSON.stringify, () => 'refused');
          const told: string = await ask('describeLink', { address, text: '', isFirst: false });
          const ticket: string = await ask('admitToLink', { address, text: '' });
          const others = ['listOwn', 'findOwn', 'describeOwnGlance'].map((name) =>
            ask(name, { kind: 'note', start: 0, keys: [], ticket: JSON.parse(ticket) }),
          );
          return [told.includes('"hasOwn":true'), told.includes(secret), ...(await Promise.all(others))];
        },
        [SECRET, REPORT],
      );
      expect(answers).toEqual([true, false, 'refused', 'refused', 'refused']);
    }));

  test('a page that has the very element, as in Firefox 140 it can, reads neither text nor address', () =>
    on('/own', async ({ page }) => {
      await shows(page, SECRET);
      const { x, y } = await placeOfFrame(bench(), page);
      const reached = await page.evaluate(
        (left, top) => {
          const rootAt = (of: Document, atX: number, atY: number) =>
            of.caretPositionFromPoint?.(atX, atY)?.offsetNode.getRootNode() as ParentNode | undefined;
          const card = rootAt(document, left, top)?.querySelector('iframe');
          const inner = card?.contentDocument;
          if (!card || !inner) return null;
          const { left: dx, top: dy } = card.getBoundingClientRect();
          const frame = rootAt(inner, left - dx, top - dy)?.querySelector<HTMLIFrameElement>('.own-frame');
          if (!frame) return null;
          const attempt = (read: () => unknown) => {
            try {
              return read() ?? null;
            } catch {
              return null;
            }
          };
          return {
            src: frame.src,
            text: attempt(() => frame.contentDocument?.body.textContent),
            address: attempt(() => frame.contentWindow?.location.href),
            name: attempt(() => frame.contentWindow?.name),
            entries: inner.defaultView?.performance.getEntries().filter(({ name }) => /extension/.test(name)).length,
          };
        },
        x,
        y,
      );
      const nothing = { src: '', text: null, address: null, name: null, entries: 0 };
      // Firefox 153 has closed that way to it.
      expect([null, ...(bench().name === 'firefox' ? [nothing] : [])]).toContainEqual(reached);
    }));

  test('a page that puts the frame into itself shows nothing, not even with a ticket that was used', () =>
    on('/own', async ({ page }) => {
      await shows(page, SECRET);
      const hash = await (await ownFrame(page)).evaluate(() => location.hash);
      const address = await inPage(
        bench(),
        page,
        () => {
          const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
          return api.runtime.getURL('own-frame.html') as string;
        },
        [],
      );
      const { extensionRoot } = bench().started;
      const asked = [address + hash, `${extensionRoot}own-frame.html${hash}`, `${extensionRoot}options.html`];
      const before = page.frames().length;
      await page.evaluate((all) => {
        for (const src of all) document.body.append(Object.assign(document.createElement('iframe'), { src }));
      }, asked);
      await expect.poll(() => page.frames().length).toBe(before + asked.length);
      await rest(1000);
      const texts = await Promise.all(
        page
          .frames()
          .map((frame) =>
            frame
              .evaluate(() => [location.href, document.body.textContent ?? ''] as const)
              .catch(() => ['', ''] as const),
          ),
      );
      expect(texts.filter(([, text]) => text.includes(SECRET))).toHaveLength(1);
      expect(texts.filter(([href]) => href.includes('options.html'))).toEqual([]);
      // Who does not know the address of this session cannot even ask whether the extension is there.
      const isKnown = await page.evaluate(
        (own) =>
          fetch(own).then(
            () => true,
            () => false,
          ),
        `${extensionRoot}own-frame.html`,
      );
      if (bench().name === 'chrome') expect(isKnown).toBe(false);
    }));

  test('a card about something else has no frame and no script for one', () =>
    on(
      '/',
      async ({ page, read }) => {
        expect(await read((root) => root.querySelector('.own-place'))).toBeNull();
        expect(await findOwnFrame(page)).toBeNull();
        expect(await inPage(bench(), page, () => typeof Reflect.get(globalThis, 'ifgGlossPlaceOwn'), [])).toBe(
          'undefined',
        );
      },
      '#related',
    ));

  test('is reached by Tab between the bar and what is said, and left by Escape with the card', () =>
    on('/own', async ({ page, isOpen, focused }) => {
      await shows(page, SECRET);
      const inFrame = async () => (await ownFrame(page)).evaluate(() => document.activeElement?.localName);
      await page.keyboard.down('Shift');
      await page.keyboard.press('Tab');
      await page.keyboard.up('Shift');
      expect(await inFrame()).toBe('a');
      await page.keyboard.press('Tab');
      expect(await focused()).toBe('Posts and recommendations');
      await page.keyboard.down('Shift');
      await page.keyboard.press('Tab');
      await page.keyboard.up('Shift');
      await page.keyboard.press('Escape');
      await expect.poll(() => isOpen()).toBe(false);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('first');
    }));

  test('is in the next card too, and in one that was closed before it had come', () =>
    on('/own', async ({ page, ask: openCard, opened, isOpen }) => {
      for (const wait of [() => rest(0), () => shows(page, SECRET), () => shows(page, SECRET)]) {
        await wait();
        await page.keyboard.press('Escape');
        await expect.poll(() => isOpen()).toBe(false);
        await openCard();
        await opened();
      }
      await shows(page, SECRET);
    }));

  /** Where the frame is once it has the height of what it shows. */
  async function placeAtRest(page: Page): ReturnType<typeof placeOfFrame> {
    for (let before = await placeOfFrame(bench(), page); ; ) {
      await rest(100);
      const now = await placeOfFrame(bench(), page);
      if (now.x === before.x && now.y === before.y) return now;
      before = now;
    }
  }

  test('leads to the library', () =>
    on('/own', async ({ page }) => {
      await shows(page, SECRET);
      const { x, y } = await placeAtRest(page);
      await page.mouse.click(x, y);
      const library = () =>
        bench()
          .started.browser.pages()
          .then(async (all) => {
            const addresses = await Promise.all(all.map((each) => each.evaluate(() => location.href).catch(() => '')));
            return all.find((_, at) => addresses[at]?.includes('library.html?view=publication'));
          });
      await expect.poll(async () => (await library()) !== undefined, { timeout: 5000 }).toBe(true);
      await (await library())?.close();
    }));

  test('changes where it is changed, and goes where it is removed', () =>
    on('/own', async ({ page, read }) => {
      await shows(page, SECRET);
      await write(bench(), 'Xylophones do not count', SECRET);
      await shows(page, 'Xylophones do not count');
      await write(bench(), '', 'Xylophones do not count');
      const height = () => read((root) => root.querySelector<HTMLElement>('.own-place')?.offsetHeight ?? null);
      await expect.poll(height).toBe(0);
      await write(bench(), SECRET);
      await shows(page, SECRET);
      await expect.poll(height).toBeGreaterThan(20);
    }));

  describe('where it is the first, is seen within a second in what is open already:', () => {
    beforeEach(() => write(bench(), '', SECRET));
    afterEach(() => write(bench(), SECRET));

    test('a card, which stays as it was unfolded', () =>
      on('/own', async ({ page, read }) => {
        expect(await read((root) => root.querySelector('.own-place'))).toBeNull();
        const height = () => read((root) => root.querySelector<HTMLElement>('.sheet')?.offsetHeight ?? 0);
        const before = (await height()) ?? 0;
        await write(bench(), SECRET);
        await shows(page, SECRET, 1000);
        expect(await read((root) => root.querySelector('article footer') !== null)).toBe(true);
        await expect.poll(height).toBeGreaterThanOrEqual(before);
      }));

    test('a panel', async () => {
      const { page, click, find } = await visitReportPage(bench(), `${REPORT_PAGE}?form`);
      await click('panel', '.tab');
      expect(await findOwnFrame(page)).toBeNull();
      await write(bench(), SECRET);
      await shows(page, SECRET, 1000);
      expect(await find('panel', '.panel')).toHaveLength(1);
      await page.close();
    });
  });

  test.each(['/dark', '/rtl'])('is as light as the card at %s, and runs its own way', (path) =>
    on(path, async ({ page, read }) => {
      await shows(page, SECRET);
      const paper = await read((root) => getComputedStyle(root.querySelector('.sheet') ?? root.host).color);
      expect(await (await ownFrame(page)).evaluate(() => getComputedStyle(document.body).color)).toBe(paper);
      await bench().picture(page, `own-card-${path.slice(1)}`);
    }),
  );

  describe.each(Object.keys(STRICT))('a page with %s', (policy) => {
    test('has the frame, or a link where it cannot be shown', () =>
      on(`http://127.0.0.1:${site.port}/${policy}`, async ({ page, read }) => {
        const link = () =>
          read((root) => {
            const slot = root.querySelector<HTMLElement>('.own-place');
            const dom = Reflect.get(globalThis, 'chrome')?.dom;
            const inner = slot && (dom?.openOrClosedShadowRoot(slot) ?? Reflect.get(slot, 'openOrClosedShadowRoot'));
            return (inner?.querySelector('.own-link')?.textContent ?? null) as string | null;
          });
        if (LINKED[bench().name].includes(policy)) {
          await expect.poll(link, { timeout: 6000 }).toBe('Your notes');
          expect(await findOwnFrame(page)).toBeNull();
        } else {
          await shows(page, SECRET);
          expect(await link()).toBeNull();
        }
        // A page with such a policy is told nothing of what is refused in the card.
        expect(await page.evaluate(() => Reflect.get(window, 'heard'))).toEqual([]);
      }));
  });

  test('is counted where recommendations were followed up', () =>
    on('/own', async ({ page }) => {
      await noteDone(bench(), 0);
      await shows(page, '1 of 14 acted on, as you noted');
      await shows(page, SECRET);
      await bench().picture(page, 'own-card-scorecard');
      const broken = await findAxeViolations(await ownFrame(page));
      expect(broken.filter((each) => !OF_A_WHOLE_PAGE.test(each))).toEqual([]);
    }));

  test('is seen in the panel, and left by Escape with it', async () => {
    const { page, find, click, waitFor } = await visitReportPage(bench(), `${REPORT_PAGE}?form`);
    await click('panel', '.tab');
    await shows(page, SECRET);
    await bench().picture(page, 'own-panel');
    expect(await page.evaluate(() => window.length)).toBe(0);
    await (await ownFrame(page)).focus('a');
    await page.keyboard.press('Escape');
    await waitFor('panel', '.tab');
    expect(await find('panel', '.panel')).toEqual([]);
    await click('panel', '.tab');
    await shows(page, SECRET);
    await page.close();
  });
});

/** Rules for a page by itself: this one stands in another, which has these. */
const OF_A_WHOLE_PAGE = /^(?:landmark-one-main|page-has-heading-one|region):/;

/** Where Chromium blocks a frame with an address of the session, and where a card is in the page's own document. */
const LINKED: Readonly<Record<Bench['name'], readonly string[]>> = {
  chrome: ['embedder', 'credentialless', 'sandbox'],
  firefox: ['sandbox'],
};

/** Does something in the world of our scripts in a page. */
async function inPage<Given extends readonly unknown[], Result>(
  { extension }: Bench,
  page: Page,
  work: (...given: Given) => Result,
  given: Given,
): Promise<Awaited<Result>> {
  const tabId = await findTab(extension, page.url());
  return extension.evaluate(`(globalThis.browser ?? globalThis.chrome).scripting.executeScript({
    target: { tabId: ${tabId} }, args: ${JSON.stringify(given)}, func: ${work},
  }).then(([{ result }]) => result)`) as Promise<Awaited<Result>>;
}

/** The middle of the first line of the frame in a card, in pixels of the window. */
async function placeOfFrame(bench: Bench, page: Page): Promise<{ readonly x: number; readonly y: number }> {
  const place = await inCard(bench.extension, await findTab(bench.extension, page.url()), (root) => {
    const card = root.ownerDocument.defaultView?.frameElement?.getBoundingClientRect() ?? new DOMRect();
    const { left, top, width } = root.querySelector('.own-place')?.getBoundingClientRect() ?? new DOMRect();
    return { x: card.left + left + width / 3, y: card.top + top + 16 };
  });
  if (place === null) throw new Error('No card is open.');
  return place;
}

/** Has something written about the report, as a page of the extension's own does. */
async function write({ extension }: Bench, to: string, from = ''): Promise<void> {
  const { publication } = await readReport(extension);
  await ask(extension, 'changeNote', { subject: { kind: 'publication', publication }, from, to });
}

/** Has it noted of one of the report's recommendations that it was done. */
async function noteDone({ extension }: Bench, place: number): Promise<void> {
  const { publication, recommendations } = await readReport(extension);
  const { thread, post, number, section, text: words } = recommendations[place] as Recommendation;
  const subject = { kind: 'recommendation', publication, thread, post, number, section, words };
  await ask(extension, 'changeFollowUp', { subject, edit: { field: 'progress', to: 'done' } });
}

async function readReport(extension: Page) {
  const { gloss } = (await ask(extension, 'lookUp', { asked: REPORT, linkText: '' })) as { readonly gloss: Gloss };
  const { id = '', title = '', addresses = [] } = gloss.publication ?? {};
  return {
    publication: { id, title, addresses: addresses.slice(0, 3) },
    recommendations: gloss.sections.flatMap((section) => section.recommendations),
  };
}

function ask(extension: Page, name: string, request: object): Promise<unknown> {
  return extension.evaluate(
    (message) => {
      const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
      return api.runtime.sendMessage(message) as Promise<unknown>;
    },
    { name, request },
  );
}

/**
 * The extension's own frame in a page; null where there is none. Firefox's driver does not say where a frame has come to, and
 * Chromium's never answers from one that is about to go elsewhere.
 */
async function findOwnFrame(page: Page): Promise<Frame | null> {
  for (const frame of page.frames()) {
    const asked = frame.evaluate(() => location.href).catch(() => '');
    const address = frame.url().includes('/own-frame.html') ? frame.url() : await Promise.race([asked, rest(500)]);
    if (address?.includes('/own-frame.html')) return frame;
  }
  return null;
}

async function ownFrame(page: Page): Promise<Frame> {
  await expect.poll(() => findOwnFrame(page), { timeout: 5000 }).not.toBeNull();
  return (await findOwnFrame(page)) as Frame;
}

function textOf(frame: Frame): Promise<string> {
  return frame.evaluate(() => document.body.textContent ?? '');
}
