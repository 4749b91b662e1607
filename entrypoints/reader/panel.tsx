import { render } from 'preact';
import browser from 'webextension-polyfill';
import { Copying } from '../../components/copy-button.tsx';
import glossCss from '../../components/gloss.css?inline';
import { Localised } from '../../components/localised.tsx';
import { Passages, type PassagesInPage, type Subject } from '../../components/passages.ts';
import { ReaderPanel } from '../../components/reader-panel.tsx';
import type { Gloss } from '../../core/gloss.ts';
import { copyText } from './copy.ts';
import { createHost } from './host.ts';
import panelCss from './panel.css?inline';

export interface Panel {
  /** Shows a gloss, or takes the panel off the page. */
  show(gloss: Gloss | null): void;
  /** Opens the panel where it says something. */
  open(subject: Subject): void;
  close(): void;
  isShown(): boolean;
  hasFocus(): boolean;
}

/** Pixels: below it there is no room for panel and text side by side. */
const NARROW = 960;

/** The panel beside the text, with the tab that opens it. */
export function createPanel(passages: PassagesInPage, onToggle: (isOpen: boolean) => void): Panel {
  const { element, root, shadow } = createHost('ifg-gloss-panel', glossCss + panelCss);
  let shown: Gloss | null = null;
  let isOpen = false;

  const draw = () => {
    if (shown === null) element.remove();
    else if (!element.isConnected) document.documentElement.append(element);
    render(
      <Localised i18n={browser.i18n}>
        <Passages.Provider value={{ has: passages.has, show: leadToPassage }}>
          <Copying.Provider value={(text) => copyText(shadow, text)}>
            {shown !== null && <ReaderPanel gloss={shown} isOpen={isOpen} onToggle={toggle} />}
          </Copying.Provider>
        </Passages.Provider>
      </Localised>,
      root,
    );
  };
  const leadToPassage = (subject: Subject, from: HTMLElement) => {
    if (innerWidth < NARROW) toggle(false);
    passages.show(subject, from);
  };
  const toggle = (open: boolean) => {
    isOpen = open;
    onToggle(open);
    draw();
    shadow.querySelector<HTMLElement>(open ? '.close' : '.tab')?.focus();
  };
  return {
    show(gloss) {
      shown = gloss;
      if (gloss === null && isOpen) onToggle(false);
      if (gloss === null) isOpen = false;
      draw();
    },
    open({ post, recommendation }) {
      if (!isOpen) toggle(true);
      const wanted = [...shadow.querySelectorAll<HTMLElement>('[data-post]')].filter(
        (each) => each.dataset.post === post && each.dataset.recommendation === String(recommendation ?? ''),
      );
      wanted[0]?.scrollIntoView({ block: 'center' });
      wanted[0]?.focus({ preventScroll: true });
    },
    close: () => isOpen && toggle(false),
    isShown: () => shown !== null,
    hasFocus: () => shadow.activeElement !== null,
  };
}
