import axe from 'axe-core';
import type { Page } from 'puppeteer-core';

/** What a page looks like decides these; all others hold of it in every scheme where they do in one. */
const RULES_OF_LOOKS = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable'];

/** `ofLooks` leaves it at the rules that colours and letters decide, for what was looked at before. */
interface Asked {
  readonly ofLooks?: boolean;
}

const rulesOf = ({ ofLooks = false }: Asked) => (ofLooks ? { runOnly: RULES_OF_LOOKS } : {});

/** The rules of accessibility that a page breaks in the browser, colours included, and where. */
export async function findAxeViolations(page: Pick<Page, 'evaluate'>, asked: Asked = {}): Promise<string[]> {
  if (!(await page.evaluate(() => Reflect.has(globalThis, 'axe')))) await page.evaluate(axe.source);
  return page.evaluate(async (rules) => {
    const { violations } = await (Reflect.get(globalThis, 'axe') as typeof axe).run(rules);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }, rulesOf(asked));
}

/** What axe has found in one frame. */
interface Findings {
  readonly passed: number;
  readonly violations: readonly string[];
}

/**
 * The same for what the extension shows in the page of a tab, in all of its frames. It runs where the extension's
 * scripts run, which may look into shadow roots that are closed to the page; there, and only there, axe is led in.
 */
export async function findAxeViolationsOfOurs(extension: Page, tabId: number, asked: Asked = {}): Promise<string[]> {
  const options = { iframes: false, ...rulesOf(asked) };
  const frames = (await extension.evaluate(`(globalThis.browser ?? globalThis.chrome).scripting.executeScript({
    target: { tabId: ${tabId}, allFrames: true },
    func: async () => {
      const rootOf = (element) => globalThis.chrome?.dom?.openOrClosedShadowRoot(element) ?? element.openOrClosedShadowRoot;
      const hosts = [...document.querySelectorAll('[data-ifg-gloss-host], body')].filter(rootOf);
      if (hosts.length === 0) return { passed: 0, violations: [] };
      Object.defineProperty(Element.prototype, 'shadowRoot', {
        configurable: true,
        get() {
          return this instanceof HTMLElement ? (rootOf(this) ?? null) : null;
        },
      });
      ${axe.source};
      const { violations, passes } = await axe.run({ include: hosts }, ${JSON.stringify(options)});
      const shown = violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' '));
      return { passed: passes.length, violations: shown };
    },
  }).then((frames) => frames.map(({ result }) => result))`)) as (Findings | null)[];
  if (frames.includes(null)) return ['axe has failed in a frame'];
  if (!frames.some((frame) => frame !== null && frame.passed > 0)) return ['axe has seen nothing'];
  return frames.flatMap((frame) => frame?.violations ?? []);
}
