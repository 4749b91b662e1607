import { closest } from '../../page/dom.ts';
import type { Lifetime } from './lifetime.ts';
import type { Panel } from './panel.tsx';
import type { PlacedSign } from './place-signs.ts';
import type { Remarks } from './remarks.tsx';

/** Milliseconds for which the pointer rests on a passage before its remarks open, and is away before they close. */
const DWELL = 400;
const GRACE = 300;

/** Opens remarks where the reader points, and closes on Escape. A page's synthetic events do nothing. */
export function listen(remarks: Remarks, panel: Panel, { on }: Lifetime): void {
  let pointed: PlacedSign | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isPointed = false;

  const pointAt = (sign: PlacedSign | null) => {
    if (sign?.id === pointed?.id) return;
    pointed = sign;
    clearTimeout(timer);
    if (sign !== null) timer = setTimeout(openPointed, DWELL);
    else if (isPointed) timer = setTimeout(close, GRACE);
  };
  const openPointed = () => {
    isPointed = true;
    remarks.open(pointed);
  };
  const close = () => {
    isPointed = false;
    remarks.open(null);
  };
  on('pointermove', (event) => {
    if (event.pointerType === 'touch') return;
    // Who presses a button is selecting.
    if (!remarks.contains(event)) return pointAt(event.buttons === 0 ? remarks.at(event) : null);
    clearTimeout(timer);
    pointed = null;
  });
  on('click', (event) => {
    const isAside = remarks.contains(event) || isControl(event) || hasSelected();
    const sign = isAside ? null : remarks.at(event);
    if (sign !== null) remarks.open(sign);
    else if (!remarks.contains(event) && remarks.isOpen()) close();
  });
  on('keydown', (event) => {
    if (event.key !== 'Escape') return;
    if (remarks.isOpen()) close();
    else if (panel.hasFocus()) panel.close();
  });
}

/** Whether the reader has selected text: the click that ends it is not for what it happens at. */
function hasSelected(): boolean {
  return getSelection()?.isCollapsed === false;
}

/** Whether a click was for something of the page's own. */
function isControl({ target }: Event): boolean {
  return target instanceof Element && closest(target, 'a, button, input, select, textarea, summary, label') !== null;
}
