import { findQuotes, type Quote, quoteOf } from '../../core/bearing/quote.ts';
import type { BearingPageRequests, NamedQuote } from '../../core/protocol/bearing.ts';
import type { Answers } from '../../core/protocol/wire.ts';
import { inTurns, type Turns } from '../../core/steps.ts';
import { ofDocument } from '../../page/dom.ts';
import { bringIntoView } from '../report-page/bring-into-view.ts';
import { type PageText, rangeOf } from './blocks.ts';
import type { MarkKind, Marks } from './marks.ts';
import { readText } from './read-text.ts';
import { readSelected } from './selected.ts';

/**
 * A frame has 16 ms, some of which are the page's own. After `scheduler.yield` ours would go on before whatever else the page
 * is to do.
 */
const TURNS: Turns = {
  length: 5,
  now: () => performance.now(),
  rest: () => new Promise((resolve) => setTimeout(resolve)),
};
const NOTHING: PageText = { blocks: [], words: 0, isCut: false, hasFrames: false };

/** What is known of a mark beside its place: where the page has been drawn anew, it is found again by it. */
interface Known {
  readonly kind: MarkKind;
  readonly quote: Quote;
}

/** What is answered to the background; pages cannot ask. The page is read in turns with it, and only when that is asked. */
export function createAnswers(marks: Marks): Answers<BearingPageRequests, null> {
  let text = NOTHING;
  const known = new Map<string, Known>();
  const read = async () => {
    // The root: a page's own body may be a frameset, or missing.
    const root = ofDocument('documentElement') as Element | null;
    return root === null ? NOTHING : inTurns(readText(root), TURNS);
  };
  const findAgain = async (quotes: readonly Quote[]): Promise<readonly (Range | null)[]> => {
    const { blocks } = await read();
    const texts = blocks.map((block) => block.text);
    const found = await inTurns(findQuotes(texts, quotes), TURNS);
    return found.map((stretch) => stretch && rangeOf(blocks, stretch.start, stretch.end));
  };
  const forget = (kind: MarkKind) => {
    for (const [id, each] of known) if (each.kind === kind) known.delete(id);
  };
  const findMark = async (id: string): Promise<Range | null> => {
    const there = marks.find(id);
    const mark = known.get(id);
    if (there !== null || mark === undefined) return there;
    const [range = null] = await findAgain([mark.quote]);
    if (range !== null) marks.put(mark.kind, id, range);
    return range;
  };
  return {
    async readBlocks() {
      text = await read();
      const { blocks, ...rest } = text;
      return { ...rest, blocks: blocks.map((block) => (block.isAside ? '' : block.text)) };
    },
    markPassages({ passages }) {
      forget('passage');
      const ranges = new Map<string, Range>();
      for (const { id, block, start, end } of passages) {
        const range = rangeOf(text.blocks, { block, offset: start }, { block, offset: end });
        if (range !== null) ranges.set(id, range);
        known.set(id, { kind: 'passage', quote: quoteOf(text.blocks[block]?.text ?? '', start, end) });
      }
      marks.set('passage', ranges);
      // The page is not kept in memory beside its own text.
      text = NOTHING;
      return true;
    },
    async markQuotes({ quotes }) {
      forget('evidence');
      const found = await findAgain(quotes);
      const ranges = new Map(quotes.flatMap(({ id }, place) => entryOf(id, found[place] ?? null)));
      for (const quote of quotes) known.set(quote.id, { kind: 'evidence', quote: withoutId(quote) });
      marks.set('evidence', ranges);
      return [...ranges.keys()];
    },
    async showPassage({ id }) {
      const range = await findMark(id);
      if (range === null) return false;
      marks.point(range);
      return bringIntoView(range);
    },
    readSelected,
  };
}

function entryOf(id: string, range: Range | null): readonly (readonly [string, Range])[] {
  return range === null ? [] : [[id, range]];
}

function withoutId({ exact, prefix, suffix }: NamedQuote): Quote {
  return { exact, prefix, suffix };
}
