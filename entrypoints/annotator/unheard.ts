import { matches, ofDocument } from '../../page/dom.ts';
import type { On } from './on.ts';
import { linkTarget, type Target } from './target.ts';

/** Finds by looking what a page keeps from us that stops the pointer's events at its window. */
export interface Unheard {
  /** An event has told of what the pointer is over. */
  note(target: Target | null): void;
  /** A finger has come over it: a while later it counts as hovered, also when the finger is gone. */
  touch(target: Target | null): void;
  /** The link that the pointer has come over since the last look, null where it has left one, undefined where nothing is new. */
  hovered(): Target | null | undefined;
}

/** Where the pointer is a finger, the browser takes what was touched last for hovered. */
const IS_FINGER = '(pointer: coarse)';

export function createUnheard(on: On): Unheard {
  const finger = matchMedia(IS_FINGER);
  let isElsewhere = false;
  /** What the pointer is over as far as is known by events or earlier looks. */
  let told: Element | null = null;
  let last: Element | null = null;
  let touched: Element | null = null;
  /** New marks are looked at, wherever the pointer is. */
  let lastCount = 0;
  /** Links that the pointer was not over when they were looked at: one that is marked beneath it was not meant. */
  const left = new WeakSet<Element>();
  // What comes under the pointer then, or while it drags, was not meant.
  for (const name of ['wheel', 'scroll', 'keydown', 'pointerdown', 'pointerup'] as const)
    on(name, () => {
      isElsewhere = true;
    });

  const look = (isOverPage: boolean) => {
    let hovered: Element | null = null;
    for (const link of globalThis.ifgGlossLinkMarks?.keys() ?? []) {
      if (!isOverPage || !matches(link, ':hover')) left.add(link);
      else if (left.has(link) || link === told) hovered = link;
    }
    return hovered;
  };
  return {
    note(target) {
      told = elementOf(target);
      touched = null;
    },
    touch(target) {
      touched = elementOf(target);
    },
    hovered() {
      const root = ofDocument('documentElement');
      if (ofDocument('hidden') || root === null || finger.matches) return undefined;
      const count = globalThis.ifgGlossLinkMarks?.size ?? 0;
      const isOverPage = matches(root, ':hover');
      const hovered = isOverPage || last !== null || count !== lastCount ? look(isOverPage) : null;
      const isMeant = hovered === null || !isElsewhere;
      const isNew = hovered !== last && hovered !== told && (hovered === null || hovered !== touched) && isMeant;
      last = hovered;
      lastCount = count;
      isElsewhere = false;
      if (!isNew) return undefined;
      told = hovered;
      return hovered && linkTarget(hovered);
    },
  };
}

function elementOf(target: Target | null): Element | null {
  return target?.place instanceof Element ? target.place : null;
}
