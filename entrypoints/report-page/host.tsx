import { type ComponentChildren, render } from 'preact';
import { Localised } from '../../components/localised.tsx';
import { languageOf } from '../../core/localisation.ts';
import { createHtml, type OwnElement, ofDocument } from '../../page/dom.ts';
import { createOwnHost, type HostKind } from '../../page/own-hosts.ts';
import { schemeAt } from '../../page/scheme.ts';
import { styleRoot } from '../../page/style-root.ts';
import { words } from '../../platform/translate.ts';
import { createReturns } from './returns.ts';

/** An element of ours in the page, with a shadow root that the page cannot look into; it takes no room. */
export interface Host {
  readonly element: OwnElement;
  readonly shadow: ShadowRoot;
  /** Puts it into the page, where it is not; a page that keeps taking it out is left alone. */
  add(): void;
  remove(): void;
  /** Shows something in the language that is spoken now. */
  draw(children: ComponentChildren): void;
}

export function createHost(kind: HostKind, css: string): Host {
  const { host, root: shadow } = createOwnHost(kind);
  const returns = createReturns();
  const root = createHtml('div');
  shadow.append(root);
  styleRoot(shadow, css);
  selectWhileUsed(host, shadow, root);
  return {
    element: host,
    shadow,
    add() {
      const page = ofDocument('documentElement');
      if (!host.isConnected && page !== null && returns.mayCome(performance.now()))
        Element.prototype.append.call(page, host);
      // Dark or light as the page is, whatever the browser is; what stands in frames of ours takes it from here.
      root.style.colorScheme = schemeAt(ofDocument('body') ?? host);
      // Its pixels are those of the window, also where the page is zoomed by a style.
      root.style.zoom = String(1 / (host.currentCSSZoom ?? 1));
    },
    remove() {
      returns.leave();
      host.remove();
    },
    draw(children) {
      root.lang = languageOf(words());
      root.dir = words().getMessage('direction');
      render(<Localised i18n={words()}>{children}</Localised>, root);
    },
  };
}

/** Its text can be selected by whoever is in it, and is in no selection of the whole page (the sheets forbid it). */
function selectWhileUsed(host: OwnElement, shadow: ShadowRoot, root: OwnElement): void {
  for (const name of ['pointerdown', 'focusin'] as const) {
    const leave = (event: Event) => {
      if (event.target === host) return;
      root.style.userSelect = '';
      removeEventListener(name, leave, true);
    };
    shadow.addEventListener(name, () => {
      root.style.userSelect = 'text';
      addEventListener(name, leave, true);
    });
  }
}
