import { render } from 'preact';
import browser from 'webextension-polyfill';
import glossCss from '../../components/gloss.css?inline';
import { GlossView } from '../../components/gloss-view.tsx';
import { Words } from '../../components/words.ts';
import { type BackgroundRequests, createAsk } from '../../core/messages.ts';
import cardCss from './card.css?inline';
import { placeCard } from './place.ts';
import { focusTarget, isThere, rectOf, type Target } from './target.ts';

export interface Card {
  open(target: Target): Promise<void>;
  close(options?: { readonly returnFocus: boolean }): void;
  focus(): void;
  isOpen(): boolean;
  hasFocus(): boolean;
  isFor(target: Target): boolean;
  contains(event: Event): boolean;
}

const ask = createAsk<BackgroundRequests>((message) => browser.runtime.sendMessage(message));
const translate = (key: string, ...substitutions: readonly string[]) =>
  browser.i18n.getMessage(key, [...substitutions]);

async function describe({ address, text }: Target) {
  try {
    return await ask('describeLink', { address, text });
  } catch {
    return null;
  }
}

/** The one card of a frame. Its host is in the page only while the card is open. */
export function createCard(): Card {
  const host = document.createElement('ifg-gloss-card');
  const shadow = host.attachShadow({ mode: 'closed' });
  const panel = document.createElement('div');
  panel.className = 'card';
  panel.tabIndex = -1;
  panel.setAttribute('role', 'dialog');
  panel.setAttribute('aria-label', translate('card_label'));
  shadow.append(panel);
  adoptStyles(shadow, glossCss + cardCss);
  let current: Target | null = null;

  const close = ({ returnFocus } = { returnFocus: false }) => {
    const target = current;
    current = null;
    host.remove();
    if (returnFocus && target !== null) focusTarget(target);
  };
  return {
    async open(target) {
      current = target;
      // A background that cannot be reached has been updated or removed: then there is no card.
      const gloss = await describe(target);
      if (gloss === null || current !== target || !isThere(target)) return;
      render(
        <Words.Provider value={translate}>
          <GlossView gloss={gloss} />
        </Words.Provider>,
        panel,
      );
      document.documentElement.append(host);
      host.setAttribute('popover', 'manual');
      host.showPopover();
      panel.scrollTop = 0;
      placeCard(panel, rectOf(target));
      host.setAttribute('data-open', '');
    },
    close,
    focus: () => panel.focus(),
    isOpen: () => host.isConnected,
    hasFocus: () => shadow.activeElement !== null,
    isFor: (target) => current?.place === target.place,
    contains: (event) => event.composedPath().includes(host),
  };
}

/** A sheet that is adopted is not subject to the page's content security policy; a style element is, in Firefox. */
function adoptStyles(shadow: ShadowRoot, css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  shadow.adoptedStyleSheets = [sheet];
}
