import closeButtonCss from '../../components/close-button.css?inline';
import { Copying } from '../../components/copy-button.tsx';
import { copyBySelection } from '../../components/copy-by-selection.ts';
import glossCss from '../../components/gloss.css?inline';
import { MarginPanel } from '../../components/margin-panel.tsx';
import { Passages, type PassagesInPage, type Subject } from '../../components/passages.ts';
import tokensCss from '../../components/tokens.css?inline';
import { Updating } from '../../components/update-button.tsx';
import type { DescribeMore } from '../../components/use-more.ts';
import type { Gloss } from '../../core/gloss/gloss.ts';
import type { OwnElement } from '../../page/dom.ts';
import { copyText } from '../../platform/clipboard.ts';
import { openUpdate } from '../../platform/open-update.ts';
import { createHost } from './host.tsx';
import panelCss from './panel.css?inline';

export interface Panel {
  /** Shows a gloss, or takes the panel off the page. */
  show(gloss: Gloss | null): void;
  /** Opens the panel where it says something. */
  open(subject: Subject): void;
  close(): void;
  isShown(): boolean;
  /** Closes it where there is no room for what is said beside the text. */
  giveWay(): void;
  /** Where it stands over the page; null while it is closed. */
  boxOf(): DOMRect | null;
  hasFocus(): boolean;
  /** Puts it back into a page that took it out. */
  place(): void;
  /** Takes it off the page, also when the extension is gone and nothing can be drawn. */
  remove(): void;
}

/** Pixels: below it there is no room for panel and text side by side. */
const NARROW = 960;

/** The panel beside the text, with the tab that opens it. */
export function createPanel(passages: PassagesInPage, describeMore: DescribeMore): Panel {
  const {
    element,
    shadow,
    add,
    remove,
    draw: drawIn,
  } = createHost('panel', tokensCss + glossCss + closeButtonCss + panelCss);
  // Pages that are not over https have but the older way.
  const copy = async (text: string) => (await copyText(text)) || copyBySelection(shadow, text);
  let shown: Gloss | null = null;
  let isOpen = false;
  let sought: Subject | null = null;

  const draw = () => {
    place();
    drawIn(
      <Passages.Provider value={{ has: passages.has, show: leadToPassage }}>
        <Copying.Provider value={copy}>
          <Updating.Provider value={openUpdate}>
            {shown !== null && (
              <MarginPanel gloss={shown} describeMore={describeMore} sought={sought} isOpen={isOpen} onToggle={toggle}>
                {shown.hasOwn && <div ref={placeOwn} />}
              </MarginPanel>
            )}
          </Updating.Provider>
        </Copying.Provider>
      </Passages.Provider>,
    );
  };
  const placeOwn = (slot: HTMLElement | null) => globalThis.ifgGlossPlaceOwn?.(slot, close);
  const place = () => {
    if (shown === null) remove();
    else add();
    // The text moves beside the panel for as long as this stands in the page.
    element.toggleAttribute('data-open', isOpen);
  };
  const leadToPassage = async (subject: Subject, from: HTMLElement) => {
    const isSeen = await passages.show(subject, from);
    if (isSeen) giveWay();
    return isSeen;
  };
  const giveWay = () => {
    if (isOpen && innerWidth < NARROW) put(false);
  };
  const put = (open: boolean) => {
    isOpen = open;
    sought = null;
    draw();
  };
  const toggle = (open: boolean) => {
    put(open);
    shadow.querySelector<OwnElement>(open ? '.close-button' : '.tab')?.focus();
  };
  const close = () => isOpen && toggle(false);
  return {
    show(gloss) {
      shown = gloss;
      sought = null;
      if (gloss === null) isOpen = false;
      draw();
    },
    open(subject) {
      const { post, recommendation } = subject;
      if (!isOpen) toggle(true);
      const wanted = [...shadow.querySelectorAll<OwnElement>('[data-post]')].filter(
        (each) => each.dataset.post === post && each.dataset.recommendation === String(recommendation ?? ''),
      );
      if (wanted[0] === undefined) {
        // It is on no page of the gloss that is shown yet.
        sought = { ...subject };
        draw();
      }
      wanted[0]?.scrollIntoView({ block: 'center' });
      wanted[0]?.focus({ preventScroll: true });
    },
    close,
    isShown: () => shown !== null,
    giveWay,
    boxOf: () => shadow.querySelector<OwnElement>('.panel')?.getBoundingClientRect() ?? null,
    hasFocus: () => shadow.activeElement !== null,
    place,
    remove() {
      shown = null;
      isOpen = false;
      place();
    },
  };
}
