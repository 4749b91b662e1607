import { render } from 'preact';
import browser from 'webextension-polyfill';
import glossCss from '../../components/gloss.css?inline';
import { GlossView } from '../../components/gloss-view.tsx';
import { Words } from '../../components/words.ts';
import { type BackgroundRequests, createAsk } from '../../core/messages.ts';
import cardCss from './card.css?inline';
import { placeCard } from './place.ts';

export interface Card {
  open(link: HTMLAnchorElement): Promise<void>;
  close(options?: { readonly returnFocus: boolean }): void;
  focus(): void;
  isOpen(): boolean;
  hasFocus(): boolean;
  isFor(link: HTMLAnchorElement): boolean;
  contains(event: Event): boolean;
}

const ask = createAsk<BackgroundRequests>((message) => browser.runtime.sendMessage(message));
const translate = (key: string, ...substitutions: readonly string[]) =>
  browser.i18n.getMessage(key, [...substitutions]);

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
  let current: HTMLAnchorElement | null = null;

  const close = ({ returnFocus } = { returnFocus: false }) => {
    const link = current;
    current = null;
    host.remove();
    if (returnFocus) link?.focus();
  };
  return {
    async open(link) {
      current = link;
      const gloss = await ask('describeLink', { address: link.href, text: link.textContent ?? '' });
      if (current !== link || !link.isConnected) return;
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
      placeCard(panel, link);
      host.setAttribute('data-open', '');
    },
    close,
    focus: () => panel.focus(),
    isOpen: () => host.isConnected,
    hasFocus: () => shadow.activeElement !== null,
    isFor: (link) => current === link,
    contains: (event) => event.composedPath().includes(host),
  };
}

/** A sheet that is adopted is not subject to the page's content security policy; a style element is, in Firefox. */
function adoptStyles(shadow: ShadowRoot, css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  shadow.adoptedStyleSheets = [sheet];
}
