import { ask } from '../../platform/ask.ts';
import type { ShownCard } from './shown-card.ts';
import type { Target } from './target.ts';

/** Pixels; in a lower or narrower frame a card hides its link, or has no room to be read. */
const MIN_FRAME = { width: 320, height: 300 };

/** Whether this is a frame in which a card cannot be read. */
export function isTooSmall(): boolean {
  return window !== window.top && (window.innerWidth < MIN_FRAME.width || window.innerHeight < MIN_FRAME.height);
}

/**
 * Opens a card in the tab's own page, beside this frame; null where none can be opened there. What the pointer does out
 * there is seen there.
 */
export async function showOutside(opener: string, target: Target, isHeld: boolean): Promise<ShownCard | null> {
  const { address, text, sureness } = target;
  const isOpen = await ask('openCardOutside', { address, text, sureness, opener, isHeld }).catch(() => false);
  if (!isOpen) return null;
  return {
    target,
    isStanding: () => true,
    isPinned: () => false,
    isHeld: () => isHeld,
    isTargetDrawn: () => true,
    isTargetInPlace: () => false,
    isOnTheWay: () => false,
    isPointedAt: () => false,
    hasFocus: () => false,
    contains: () => false,
    focus() {},
    showOwn() {},
    refit() {},
    remove: () => void ask('closeCardOutside', { opener }).catch(() => null),
  };
}
