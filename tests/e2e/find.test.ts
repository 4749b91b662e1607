import type { Frame, Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { findTab } from '../../scripts/browsers/extension-pages.ts';
import { ELSEWHERE, REPORT } from './apps/addresses.ts';
import { makeFindPages } from './find-pages.ts';
import { inBrowsers, readCard } from './in-browsers.ts';

const SITE = 'http://find.example';
const pages = await makeFindPages();

inBrowsers('finding links', pages, (bench) => {
  test('of every form that stands in a page at load, and none that leads elsewhere', async () => {
    const { page, errors } = await open('/forms');
    await page.waitForSelector('#plain[data-ifg-gloss]');
    await settle();
    const found = [
      'plain',
      'upper',
      'mixed',
      'zigzag',
      'spaced',
      'tracked',
      'protocol',
      'wrapped',
      'token',
      'image',
      'svg',
      'xlink',
      'area',
    ];
    // Behind a host that is not known nothing is certain.
    expect(await marksOf(page)).toEqual({ ...Object.fromEntries(found.map((id) => [id, 'exact'])), base64: 'likely' });
    const colour = await page.$eval('#plain', (link) => getComputedStyle(link).color);
    expect(await lineOf(page, '#plain')).toBe(`underline double ${colour}`);
    await bench().picture(page, 'find-forms');
    expect(errors).toEqual([]);
    await page.close();
  });

  test('in text, which stays as it is', async () => {
    const { page, errors } = await open('/text');
    const before = await page.$eval('#written', (element) => element.outerHTML);
    const marked = () =>
      page.evaluate(() => [...(CSS.highlights.get('ifg-gloss-exact') ?? [])].map((range) => String(range)));
    await expect.poll(marked).toEqual([REPORT]);
    expect(await page.$eval('#written', (element) => element.outerHTML)).toBe(before);
    const colour = await page.$eval('#written', (text) => getComputedStyle(text).color);
    expect(await lineOf(page, '#written', '::highlight(ifg-gloss-exact)')).toBe(`underline double ${colour}`);
    expect(await hasGround(page, '#written', '::highlight(ifg-gloss-exact)')).toBe(bench().name === 'firefox');
    const { x, y } = await page.evaluate(() => {
      const [range] = [...(CSS.highlights.get('ifg-gloss-exact') ?? [])] as Range[];
      const { left, top } = range?.getClientRects()[0] ?? { left: 0, top: 0 };
      return { x: left + 30, y: top + 8 };
    });
    await page.mouse.move(x - 10, y);
    await page.mouse.move(x, y);
    await page.waitForSelector('[data-ifg-gloss-host=card][data-open]');
    expect(await readCard(bench().extension, await findTab(bench().extension, `${SITE}/text`))).toContain(
      'procurement',
    );
    await bench().picture(page, 'find-text');
    expect(errors).toEqual([]);
    await page.close();
  });

  test('with a base in force', async () => {
    const { page } = await open('/base');
    await page.waitForSelector('#relative[data-ifg-gloss="exact"]');
    expect(await marksOf(page)).toEqual({ relative: 'exact' });
    await page.close();
  });

  test('on the Institute’s own site, but not in its navigation, header and footer', async () => {
    const page = await bench().open('http://www.instituteforgovernment.org.uk/comment/some-page');
    await page.waitForSelector('#relative[data-ifg-gloss="exact"]');
    await settle();
    expect(await marksOf(page)).toEqual({ relative: 'exact', protocol: 'exact' });
    await page.close();
  });

  test('added one by one, in thousands, moved and copied: one mark each', async () => {
    const { page, errors } = await open('/empty');
    await page.evaluate((href) => {
      const list = document.querySelector('#list') as HTMLElement;
      list.innerHTML = `<a id="one" href="${href}">one</a>`;
      const many = document.createElement('div');
      many.innerHTML = Array.from(
        { length: 3000 },
        (_, index) => `<p><a href="${href}?n=${index}">${index}</a></p>`,
      ).join('');
      list.append(many);
    }, REPORT);
    const count = () => page.evaluate(() => document.querySelectorAll('[data-ifg-gloss="exact"]').length);
    await expect.poll(count, { timeout: 5000 }).toBe(3001);
    await page.evaluate(() => {
      const one = document.querySelector('#one') as HTMLElement;
      const copy = one.cloneNode(true) as HTMLElement;
      copy.id = 'copy';
      document.body.append(one, copy);
      const away = one.cloneNode(true) as HTMLAnchorElement;
      away.id = 'away';
      away.href = 'https://example.com/';
      document.body.append(away);
    });
    await expect.poll(count).toBe(3002);
    expect(await page.$$eval('#away[data-ifg-gloss]', (marks) => marks.length)).toBe(0);
    expect(errors).toEqual([]);
    await page.close();
  });

  test('added in a form whose fields have the names of its methods', async () => {
    const { page, errors } = await open('/empty');
    await page.evaluate((href) => {
      const form = document.createElement('form');
      form.innerHTML = `<input name="matches"><input name="closest"><a id="in-form" href="${href}">report</a><b>${href}</b>`;
      document.body.append(form);
    }, REPORT);
    await page.waitForSelector('#in-form[data-ifg-gloss="exact"]');
    await expect.poll(() => page.evaluate(() => CSS.highlights.get('ifg-gloss-exact')?.size)).toBe(1);
    expect(errors).toEqual([]);
    await page.close();
  });

  test('whose address changes: to the report, to another page, and away, unmarked at once', async () => {
    const { page } = await open('/empty');
    await page.evaluate((href) => {
      document.body.innerHTML = `<a id="link" href="${href}">link</a>`;
    }, ELSEWHERE);
    const changeTo = (href: string) => page.$eval('#link', (link, to) => link.setAttribute('href', to), href);
    await settle();
    expect(await marksOf(page)).toEqual({});
    await changeTo(REPORT);
    await page.waitForSelector('#link[data-ifg-gloss="exact"]');
    const markAfter = (href: string | null) =>
      page.$eval(
        '#link',
        async (link, to) => {
          if (to === null) link.removeAttribute('href');
          else link.setAttribute('href', to);
          await Promise.resolve();
          await new Promise(requestAnimationFrame);
          return link.getAttribute('data-ifg-gloss');
        },
        href,
      );
    expect(await markAfter(ELSEWHERE)).toBeNull();
    await changeTo(REPORT);
    await page.waitForSelector('#link[data-ifg-gloss="exact"]');
    expect(await markAfter(null)).toBeNull();
    await page.close();
  });

  test('after a navigation within the page, and after coming back to it', async () => {
    const { page } = await open('/empty');
    await page.evaluate((href) => {
      history.pushState({}, '', '/pushed');
      document.body.innerHTML = `<a id="pushed" href="${href}">pushed</a>`;
    }, REPORT);
    await page.waitForSelector('#pushed[data-ifg-gloss="exact"]');
    await page.close();
    const { page: left } = await open('/forms');
    await left.waitForSelector('#plain[data-ifg-gloss]');
    await left.goto(`${SITE}/next`);
    // Not `goBack`: the driver waits for a load, and a page from the cache has none.
    await left.evaluate(() => history.back()).catch(() => null);
    await expect.poll(() => left.evaluate(() => location.pathname).catch(() => '')).toBe('/forms');
    await left.waitForSelector('#plain[data-ifg-gloss="exact"]');
    await left.evaluate((href) => {
      document.body.insertAdjacentHTML('beforeend', `<a id="late" href="${href}">late</a>`);
    }, REPORT);
    await left.waitForSelector('#late[data-ifg-gloss="exact"]');
    await left.close();
  });

  test('in frames of the same and of another site, srcdoc and about:blank', async () => {
    const { page } = await open('/frames');
    for (const id of ['same', 'cross', 'srcdoc', 'blank']) {
      const frame = await (await page.$(`#${id}`))?.contentFrame();
      await expect.poll(() => markIn(frame, '#inner'), { message: id, timeout: 5000 }).toBe('exact');
    }
    await bench().picture(page, 'find-frames');
    await page.close();
  });

  test('in shadow roots: declared, open, nested, attached late, and closed', async () => {
    const { page, errors } = await open('/shadow');
    const read = () =>
      page.evaluate(() => {
        const markIn = (root: ParentNode | null | undefined) =>
          root?.querySelector('#inner')?.getAttribute('data-ifg-gloss') ?? null;
        const rootOf = (id: string) => document.getElementById(id)?.shadowRoot;
        return {
          declared: markIn(rootOf('declared')),
          open: markIn(rootOf('open')),
          nested: markIn(rootOf('nested')?.firstElementChild?.shadowRoot),
          late: markIn(rootOf('late')),
          custom: markIn(rootOf('custom')),
          closed: markIn(Reflect.get(window, 'closedRoot')),
        };
      });
    const all = ['declared', 'open', 'nested', 'late', 'custom', 'closed'];
    await expect.poll(read, { timeout: 8000 }).toEqual(Object.fromEntries(all.map((id) => [id, 'exact'])));
    const { x, y } = await page.evaluate(() => {
      const inner = (Reflect.get(window, 'closedRoot') as ShadowRoot).querySelector('#inner') as Element;
      const { left, top } = inner.getBoundingClientRect();
      return { x: left + 10, y: top + 8 };
    });
    await page.mouse.move(x, y);
    await page.waitForSelector('[data-ifg-gloss-host=card][data-open]');
    await bench().picture(page, 'find-shadow');
    expect(errors).toEqual([]);
    await page.close();
  });

  test('never where the page is edited: what is saved stays byte for byte', async () => {
    const { page } = await open('/forms');
    await page.waitForSelector('#plain[data-ifg-gloss]');
    await settle();
    const source = pages(new URL(`${SITE}/forms`))?.body ?? '';
    const saved = await page.$eval('#editor', (editor) => editor.outerHTML);
    expect(source).toContain(saved);
    await page.$eval('#plain', (plain) => {
      (plain.parentElement as HTMLElement).contentEditable = 'true';
    });
    await expect.poll(() => page.$$eval('p [data-ifg-gloss]', (marks) => marks.length)).toBe(0);
    await page.close();
    const { page: design } = await open('/design');
    await design.waitForSelector('#outer[data-ifg-gloss]');
    await settle();
    const inner = await (await design.$('#design'))?.contentFrame();
    expect(await inner?.$$eval('a', (links) => links.map((link) => link.hasAttribute('data-ifg-gloss')))).toEqual([
      false,
    ]);
    await design.close();
  });

  describe('in pages of frameworks', () => {
    test.each(['react-list', 'vue-list'])('%s draws again, orders anew and unmounts without an error', async (name) => {
      const { page, errors } = await open(`/${name}`);
      const marked = () => page.$$eval('[data-ifg-gloss]', (marks) => marks.map(({ id }) => id));
      const show = (ids: readonly number[]) => page.evaluate((next) => Reflect.get(window, 'show')(next), ids);
      await expect.poll(marked).toEqual(['link-1', 'link-3']);
      await show([4, 3, 2, 1, 5]);
      await expect.poll(marked).toEqual(['link-3', 'link-1', 'link-5']);
      await show([2]);
      await expect.poll(marked).toEqual([]);
      await show([7, 2, 9]);
      await expect.poll(marked).toEqual(['link-7', 'link-9']);
      await page.evaluate(() => Reflect.get(window, 'unmount')());
      await settle();
      expect(await page.$$eval('#app *', (rest) => rest.length)).toBe(0);
      expect(errors).toEqual([]);
      await page.close();
    });

    test('markup from the server is taken over without a mismatch', async () => {
      const { page, errors } = await open('/react-hydrate');
      await page.waitForSelector('#link[data-ifg-gloss="exact"]');
      await page.$eval('button', (button) => button.click());
      await expect.poll(() => page.$eval('button', (button) => button.textContent)).toBe('Count 1');
      expect(errors).toEqual([]);
      await page.close();
    });

    test.each(['prosemirror', 'quill'])('%s saves what was written', async (name) => {
      const { page, errors } = await open(`/${name}`);
      const save = () => page.evaluate(() => Reflect.get(window, 'save')() as string);
      const before = await save();
      expect(before).toContain(REPORT);
      await settle();
      expect(await save()).toBe(before);
      await page.evaluate(() => Reflect.get(window, 'type')('Now. '));
      await settle();
      expect(await save()).toBe(before.replace('Read ', 'Now. Read '));
      expect(await page.$$eval('[data-ifg-gloss]', (marks) => marks.length)).toBe(0);
      expect(errors).toEqual([]);
      await page.close();
    });

    test('a list that recycles its anchors as it scrolls', async () => {
      const { page, errors } = await open('/virtual-list');
      const wrong = () =>
        page.$$eval('a', (links) =>
          links
            .filter((link) => link.href.includes('instituteforgovernment') !== link.hasAttribute('data-ifg-gloss'))
            .map((link) => link.textContent),
        );
      await page.waitForSelector('[data-ifg-gloss]');
      for (const top of [500, 5000, 20_000, 100]) {
        await page.$eval('#scroller', (scroller, to) => scroller.scrollTo(0, to), top);
        await expect.poll(wrong).toEqual([]);
      }
      expect(errors).toEqual([]);
      await page.close();
    });
  });

  test('under a strict content security policy and trusted types', async () => {
    const { page, errors } = await open('/strict');
    await page.waitForSelector('#plain[data-ifg-gloss="exact"]');
    await page.hover('#plain');
    await page.waitForSelector('[data-ifg-gloss-host=card][data-open]');
    await bench().picture(page, 'find-strict');
    expect(errors).toEqual([]);
    await page.close();
  });

  test('a page can make it do nothing: no synthetic event, no message, no mark of the page’s own', async () => {
    const { page } = await open('/forms');
    await page.waitForSelector('#plain[data-ifg-gloss]');
    await page.evaluate(() => {
      const plain = document.querySelector('#plain') as HTMLElement;
      plain.addEventListener('click', (event) => event.preventDefault());
      for (const type of ['pointerover', 'pointermove', 'pointerdown', 'click'])
        plain.dispatchEvent(
          new PointerEvent(type, { bubbles: true, composed: true, pointerType: 'mouse', cancelable: true }),
        );
      plain.focus();
      plain.dispatchEvent(new KeyboardEvent('keydown', { altKey: true, shiftKey: true, code: 'KeyG', bubbles: true }));
      window.postMessage({ name: 'openCard', request: {} }, '*');
      document.querySelector('#elsewhere')?.setAttribute('data-ifg-gloss', 'exact');
    });
    await settle(900);
    expect(await page.$('[data-ifg-gloss-host=card]')).toBeNull();
    expect((await marksOf(page)).elsewhere).toBeUndefined();
    const exposed = await page.evaluate(() =>
      Object.getOwnPropertyNames(window).filter((name) => /gloss|wxt/i.test(name)),
    );
    expect(exposed).toEqual([]);
    await page.close();
  });

  async function open(path: string): Promise<{ page: Page; errors: string[] }> {
    const errors: string[] = [];
    const page = await bench().openTab();
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warn') errors.push(message.text());
    });
    await page.goto(SITE + path);
    return { page, errors };
  }
});

/** The marks of a page's links by their ids. */
/** How sure the marks are; how they are drawn may stand behind it. */
function marksOf(page: Page): Promise<Record<string, string>> {
  return page.$$eval('[data-ifg-gloss]', (marks) =>
    Object.fromEntries(marks.map((mark) => [mark.id, mark.getAttribute('data-ifg-gloss')?.split(' ')[0] ?? ''])),
  );
}

async function markIn(frame: Frame | null | undefined, selector: string): Promise<string | null> {
  return (await frame?.$eval(selector, (link) => link.getAttribute('data-ifg-gloss')).catch(() => null)) ?? null;
}

/** The line that is drawn below a text. */
function lineOf(page: Page, selector: string, pseudo?: string): Promise<string> {
  return page.$eval(
    selector,
    (element, name) => {
      const { textDecorationLine, textDecorationStyle, textDecorationColor } = getComputedStyle(element, name);
      return `${textDecorationLine} ${textDecorationStyle} ${textDecorationColor}`;
    },
    pseudo,
  );
}

function hasGround(page: Page, selector: string, pseudo: string): Promise<boolean> {
  return page.$eval(
    selector,
    (element, name) => !/, 0\)|transparent/.test(getComputedStyle(element, name).backgroundColor),
    pseudo,
  );
}

/** Waits longer than collecting, asking and idle turns take. */
function settle(milliseconds = 600): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
