import browser from 'webextension-polyfill';
import type { AskedLink } from '../../core/protocol/marks.ts';
import type { OwnPlaceRequests, OwnTicket } from '../../core/protocol/own-frame.ts';
import { type Answers, answerMessage } from '../../core/protocol/wire.ts';
import { createHtml, type OwnElement } from '../../page/dom.ts';
import { readPageNames } from '../../page/page-names.ts';
import { styleRoot } from '../../page/style-root.ts';
import { ask } from '../../platform/ask.ts';
import { openInLibrary } from '../../platform/open-in-library.ts';
import { translate } from '../../platform/translate.ts';
import css from './own-place.css?inline';

/** What a card tells of itself; a panel is about its page. */
interface OfCard {
  readonly link: AskedLink;
  /** What the reader wrote takes another height now. */
  readonly onSized: () => void;
}

/**
 * Fills an element of ours with what the reader has written about the page, or about a card's link; nothing for null.
 * `onLeave`: the reader wants to be out of what it stands in.
 */
export type PlaceOwn = (slot: OwnElement | null, onLeave: () => void, card?: OfCard) => void;

interface Placed {
  readonly ticket: OwnTicket;
  readonly onLeave: () => void;
  readonly onSized: (height: number) => void;
}

/** Milliseconds in which a frame of ours has to say that it is there. */
const PATIENCE = 3000;

/**
 * No word of the reader's comes into a page's script or into ours: this puts in a page of the extension's own, that asks
 * for itself, and learns its height.
 */
export function startPlacing(): PlaceOwn {
  /** One card and one panel: the ticket of an earlier one is void. */
  const placed = new Map<'card' | 'panel', Placed>();
  const placedWith = (ticket: OwnTicket) => [...placed.values()].find((own) => own.ticket === ticket);
  const answers: Answers<OwnPlaceRequests, null> = {
    ownFrameSized({ ticket, height }) {
      placedWith(ticket)?.onSized(height);
      return true;
    },
    ownFrameLeft({ ticket }) {
      placedWith(ticket)?.onLeave();
      return true;
    },
  };
  // Of a frame that is not one of these another script of ours in the page may know.
  browser.runtime.onMessage.addListener((message: unknown) => answerMessage(answers, message, null) ?? undefined);

  return (slot, onLeave, card) => {
    if (slot === null) return;
    const root = slot.attachShadow({ mode: 'closed' });
    styleRoot(root, css);
    const link = card === undefined ? null : { address: card.link.address, text: card.link.text };
    const putLink = () => {
      root.append(linkTo(link));
      card?.onSized();
    };
    const putFrame = (ticket: OwnTicket) => {
      const scheme = getComputedStyle(slot).colorScheme;
      const frame = frameIn(root, scheme);
      const place = card === undefined ? 'panel' : 'card';
      const giveUp = setTimeout(
        whileThere(() => {
          if (placedWith(ticket) !== undefined) placed.delete(place);
          frame.remove();
          putLink();
        }),
        PATIENCE,
      );
      const onSized = whileThere((height: number) => {
        clearTimeout(giveUp);
        frame.style.blockSize = `${height}px`;
        // Not hidden: what is not laid out cannot tell its height when there is something again.
        slot.style.minBlockSize = height === 0 ? '0' : '';
        card?.onSized();
      });
      placed.set(place, { ticket, onLeave, onSized });
      // Not as its `src`: in Firefox a page can have this element, and the address names the installation.
      const address = `${browser.runtime.getURL('/own-frame.html')}#${new URLSearchParams({ ticket, scheme })}`;
      frame.contentWindow?.location.replace(address);
    };
    // A page that is sandboxed without an origin has the card in its own document, and sees there what is refused.
    if (card !== undefined && slot.ownerDocument === document) return putLink();
    const admitted = link === null ? ask('admitToPage', { names: readPageNames() }) : ask('admitToLink', link);
    admitted.then((ticket) => (ticket === null ? putLink() : putFrame(ticket))).catch(whileThere(putLink));
  };
}

/** Of what was in a card that is gone Firefox lets nothing be asked, not even whether it is. */
function whileThere<Given extends readonly unknown[]>(act: (...given: Given) => void): (...given: Given) => void {
  return (...given) => {
    try {
      act(...given);
    } catch {
      // It is gone.
    }
  };
}

function frameIn(root: ShadowRoot, scheme: string): HTMLIFrameElement {
  const frame = createHtml('iframe');
  frame.className = 'own-frame';
  frame.title = translate('own_frame_title');
  // Of another than its document's it would stand on an opaque ground.
  frame.style.colorScheme = scheme;
  root.append(frame);
  return frame;
}

/** Where no frame of ours can be shown. */
function linkTo(link: AskedLink | null): OwnElement {
  const button = createHtml('button');
  button.className = 'own-link';
  button.type = 'button';
  button.textContent = translate('own_frame_title');
  button.addEventListener('click', () => void openInLibrary(link ?? { address: location.href, text: '' }));
  return button;
}
