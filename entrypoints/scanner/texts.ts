import { mayHoldAddress } from '../../core/address/may-hold-address.ts';
import { ofDocument, ofElement, ofNode, selectAll } from '../../page/dom.ts';
import type { Lifetime } from '../../page/lifetime.ts';
import { isElement, isParent, isText, type Parent } from '../../page/node-kinds.ts';
import type { TextMarks } from '../written/text-marks.ts';
import { prepareTexts } from './extension.ts';
import { createKnown } from './known.ts';
import { isHuge } from './page-size.ts';

/** Elements whose text runs on in a line with the text around them. */
const INLINE = /^(?:a|b|br|code|em|font|i|mark|s|small|span|strong|su[bp]|u|wbr)$/;

export interface Texts {
  /** Marks the addresses that texts spell out in or around nodes as they are now, and unmarks what is there no longer. */
  consider(nodes: readonly Node[]): void;
  /** The marks; null until a text has held an address. */
  readonly marks: TextMarks | null;
  /** Asks again for addresses that were asked for. */
  forget(): void;
}

/** What reads texts comes into the page with the first that may hold an address: most pages never need it. */
export function createTexts(lifetime: Lifetime, onFirst: () => void, onChange: () => void): Texts {
  const known = createKnown('text', onFirst);
  const waiting = new Set<Parent>();
  let marks: TextMarks | null = null;
  let isAsked = false;

  const prepare = async () => {
    if (isAsked) return;
    isAsked = true;
    await prepareTexts();
    isAsked = false;
    marks = globalThis.ifgGlossMarkTexts?.(known, lifetime, onChange) ?? null;
    marks?.consider([...waiting]);
    waiting.clear();
  };
  return {
    consider(nodes) {
      const parts = [...new Set(nodes.flatMap(partAround))];
      if (marks !== null) return marks.consider(parts);
      const held = parts.filter(mayHoldInText);
      for (const part of held) waiting.add(part);
      if (held.length > 0) void prepare();
    },
    get marks() {
      return marks;
    },
    forget: known.forget,
  };
}

function mayHoldInText(part: Parent): boolean {
  return mayHoldAddress(textOf(part)) && mayHoldAddress(withoutScripts(part));
}

/** Pages keep what they are made from in scripts, addresses too. */
function withoutScripts(part: Parent): string {
  const unread = [...selectAll(part, 'script,style')].map(textOf).filter(mayHoldAddress);
  return unread.reduce((text, script) => text.replace(script, ''), textOf(part));
}

function textOf(node: Node): string {
  return ofNode(node, 'textContent') ?? '';
}

/** The part of the page whose text has changed with a node. A huge page's is not read. */
function partAround(node: Node): Parent[] {
  if (node === document) return isHuge(document) ? [] : [ofDocument('documentElement')];
  let at: Node | null = node;
  while (at !== null && (isText(at) || (isElement(at) && INLINE.test(ofElement(at, 'localName')))))
    at = ofNode(at, 'parentNode');
  return at !== null && isParent(at) ? [at] : [];
}
