import browser from 'webextension-polyfill';
import { languageOf } from '../../components/language.ts';
import { createHtml, type OwnElement, ofDocument } from '../../page/dom.ts';
import { styleRoot } from '../../page/style-root.ts';

/** An element of ours in the page, with a shadow root that the page cannot look into; it takes no room. */
export interface Host {
  readonly element: OwnElement;
  readonly root: OwnElement;
  readonly shadow: ShadowRoot;
  /** Puts it into the page, where it is not. */
  add(): void;
}

export function createHost(name: string, css: string): Host {
  const element = createHtml(name);
  const shadow = element.attachShadow({ mode: 'closed' });
  const root = createHtml('div');
  root.lang = languageOf(browser.i18n);
  shadow.append(root);
  styleRoot(shadow, css);
  return {
    element,
    root,
    shadow,
    add() {
      const page = ofDocument('documentElement');
      if (!element.isConnected && page !== null) Element.prototype.append.call(page, element);
      // Its pixels are those of the window, also where the page is zoomed by a style.
      root.style.zoom = String(1 / (element.currentCSSZoom ?? 1));
    },
  };
}
