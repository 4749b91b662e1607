import browser from 'webextension-polyfill';
import { languageOf } from '../../components/language.ts';
import { styleRoot } from '../../page/style-root.ts';

/** An element of ours in the page, with a shadow root that the page cannot look into; it takes no room. */
export interface Host {
  readonly element: HTMLElement;
  readonly root: HTMLElement;
  readonly shadow: ShadowRoot;
}

export function createHost(name: string, css: string): Host {
  const element = document.createElement(name);
  const shadow = element.attachShadow({ mode: 'closed' });
  const root = document.createElement('div');
  root.lang = languageOf(browser.i18n);
  shadow.append(root);
  styleRoot(shadow, css);
  return { element, root, shadow };
}
