/** One block of a page's running text. */
export interface Paragraph {
  /** Its text as it stands in the tree; offsets into it are UTF-16 units. */
  readonly text: string;
  readonly rangeOf: (start: number, end: number) => Range | null;
}

const MAIN = 'main, [role="main"], article';
const BLOCKS = 'p, li, blockquote, dd, td, figcaption';
const NOT_READ = 'nav, header, footer, aside, form, [aria-hidden="true"], [contenteditable]';
/** Of a page; what comes after is not looked through. */
const MOST_PARAGRAPHS = 4000;
const MOST_TEXT = 400_000;

/** The element that holds what a page is about, as far as the page says so. */
export function mainOf(page: Document): Element {
  return page.querySelector(MAIN) ?? page.body;
}

/** The blocks of running text below an element, in order; each text belongs to the innermost block around it. */
export function readParagraphs(root: Element): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let length = 0;
  for (const block of root.querySelectorAll(BLOCKS)) {
    if (paragraphs.length >= MOST_PARAGRAPHS || length >= MOST_TEXT) break;
    if (block.closest(NOT_READ) !== null || block.querySelector(BLOCKS) !== null) continue;
    const paragraph = readParagraph(block);
    if (paragraph.text.trim() !== '') paragraphs.push(paragraph);
    length += paragraph.text.length;
  }
  return paragraphs;
}

function readParagraph(block: Element): Paragraph {
  const texts: Text[] = [];
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) texts.push(node as Text);
  const text = texts.map(({ data }) => data).join('');
  return {
    text,
    rangeOf(start, end) {
      const range = new Range();
      const from = placeOf(texts, start);
      const to = placeOf(texts, end);
      // The page may have changed since it was read.
      if (from === null || to === null || !block.isConnected) return null;
      range.setStart(from.text, from.offset);
      range.setEnd(to.text, to.offset);
      return range;
    },
  };
}

function placeOf(texts: readonly Text[], offset: number): { text: Text; offset: number } | null {
  let before = 0;
  for (const text of texts) {
    if (offset <= before + text.length) return { text, offset: offset - before };
    before += text.length;
  }
  return null;
}
