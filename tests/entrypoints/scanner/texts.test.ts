// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createTexts, type Texts } from '../../../entrypoints/scanner/texts.ts';
import type { TextMarks } from '../../../entrypoints/written/text-marks.ts';

const WRITTEN = 'instituteforgovernment.org.uk/publication/x';

/** A stand-in for the background and for what it puts into the page: how often it was asked, and what was to be marked. */
let asked: unknown[];
let considered: Node[][];
let answer: () => Promise<unknown>;
let texts: Texts;

beforeEach(() => {
  asTheBrowsersDo();
  asked = [];
  considered = [];
  answer = async () => {
    globalThis.ifgGlossMarkTexts = () => marks;
    return null;
  };
  const sendMessage = ({ name }: { readonly name: unknown }) => {
    asked.push(name);
    return answer();
  };
  vi.stubGlobal('chrome', { runtime: { id: 'stand-in', sendMessage } });
  document.body.innerHTML = '';
  texts = createTexts({ isOver: () => false, onEnd: () => {} }, vi.fn(), vi.fn());
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  globalThis.ifgGlossMarkTexts = undefined;
});

const marks: TextMarks = {
  consider: async (parts) => void considered.push([...parts]),
  list: () => [],
  find: () => null,
  publications: () => [],
  clear: () => {},
};

/** Here each kind of node has a text of its own; in browsers a node's prototype gives it for all. */
function asTheBrowsersDo(): void {
  const ofElement = Object.getOwnPropertyDescriptor(Element.prototype, 'textContent');
  const ofData = Object.getOwnPropertyDescriptor(CharacterData.prototype, 'textContent');
  Object.defineProperty(Node.prototype, 'textContent', {
    configurable: true,
    get(this: Node) {
      return (this.nodeType === Node.TEXT_NODE || this.nodeType === Node.COMMENT_NODE ? ofData : ofElement)?.get?.call(
        this,
      );
    },
  });
}

function show(markup: string): Element {
  document.body.innerHTML = markup;
  return document.querySelector('.at') ?? document.body;
}

const settle = () => new Promise((resolve) => setTimeout(resolve));

test.each([
  ['without an address', '<p class="at">Nothing</p>'],
  ['with one in a script only', `<p class="at">Nothing<script>"${WRITTEN}"</script></p>`],
  ['with one in a style only', `<p class="at">Nothing<style>/* ${WRITTEN} */</style></p>`],
])('for a text %s nothing is put into the page', async (_, markup) => {
  texts.consider([show(markup)]);
  await settle();
  expect(asked).toEqual([]);
  expect(texts.marks).toBeNull();
});

test('with the first address what reads texts comes, and marks what was waiting', async () => {
  const at = show(`<p class="at">See ${WRITTEN}</p>`);
  texts.consider([at]);
  expect(texts.marks).toBeNull();
  await settle();
  expect(asked).toEqual(['prepareTexts']);
  expect(texts.marks).toBe(marks);
  expect(considered).toEqual([[at]]);
});

test('an address beside the same one in a script is in the text', async () => {
  texts.consider([show(`<p class="at">${WRITTEN}<script>"${WRITTEN}"</script></p>`)]);
  await settle();
  expect(asked).toEqual(['prepareTexts']);
});

test('it is asked for once, however much waits for it, and each part waits once', async () => {
  let come = () => {};
  const arrives = new Promise<void>((resolve) => {
    come = resolve;
  });
  const put = answer;
  answer = () => arrives.then(put);
  const one = show(`<p class="at">${WRITTEN}</p><p class="two">${WRITTEN}</p>`);
  const two = document.querySelector('.two') ?? one;
  texts.consider([one]);
  texts.consider([one, two]);
  await settle();
  expect([asked, considered]).toEqual([['prepareTexts'], []]);
  come();
  await settle();
  expect(considered).toEqual([[one, two]]);
});

test('once it is there it is given every text, for one that held an address may hold none now', async () => {
  texts.consider([show(`<p class="at">${WRITTEN}</p>`)]);
  await settle();
  const at = show('<p class="at">Nothing</p>');
  texts.consider([at, at]);
  expect(considered.slice(1)).toEqual([[at]]);
  expect(asked).toEqual(['prepareTexts']);
});

test('where it does not come it is asked for with the next text again, and nothing that waited is held', async () => {
  answer = async () => null;
  const at = show(`<p class="at">${WRITTEN}</p>`);
  texts.consider([at]);
  await settle();
  expect(texts.marks).toBeNull();
  answer = async () => {
    globalThis.ifgGlossMarkTexts = () => marks;
    return null;
  };
  const next = show(`<div class="at">${WRITTEN}</div>`);
  texts.consider([next]);
  await settle();
  expect(asked).toEqual(['prepareTexts', 'prepareTexts']);
  expect(considered).toEqual([[next]]);
});

test('a part is what stands in a line with the text that changed', async () => {
  const at = show(`<p><b><i class="at">institute</i>forgovernment</b>.org.uk/x</p>`);
  const part = document.querySelector('p');
  texts.consider([at, ...at.childNodes]);
  await settle();
  expect(considered).toEqual([[part]]);
});

test('for the document it is the root element', async () => {
  show(WRITTEN);
  texts.consider([document]);
  await settle();
  expect(considered).toEqual([[document.documentElement]]);
});

test('of a huge page the whole text is not read, but what comes is', async () => {
  const at = show(`<p class="at">${WRITTEN}</p>`);
  const item = (place: number) => (place <= 30_000 ? at : null);
  vi.spyOn(Document.prototype, 'getElementsByTagName').mockReturnValue({ item } as never);
  texts.consider([document]);
  await settle();
  expect(asked).toEqual([]);
  texts.consider([at]);
  await settle();
  expect(considered).toEqual([[at]]);
});

test('a text that stands in no element yet is no part, and neither is a comment', async () => {
  texts.consider([document.createTextNode(WRITTEN), document.createComment(WRITTEN)]);
  await settle();
  expect(asked).toEqual([]);
});
