import closeButtonCss from '../../components/close-button.css?inline';
import glossCss from '../../components/gloss.css?inline';
import { MarginSigns } from '../../components/margin-signs.tsx';
import { PassageRemarks } from '../../components/passage-remarks.tsx';
import { isSameSubject, type Subject } from '../../components/passages.ts';
import tokensCss from '../../components/tokens.css?inline';
import type { OwnElement } from '../../page/dom.ts';
import { translate } from '../../platform/translate.ts';
import { bringIntoView } from './bring-into-view.ts';
import { highlightCurrent, highlightPassages } from './highlights.ts';
import { createHost } from './host.tsx';
import type { Panel } from './panel.tsx';
import type { PlacedPassage } from './passages-in-page.ts';
import { placeRemarks } from './place-remarks.ts';
import { type PlacedSign, placeSigns, signAt } from './place-signs.ts';
import remarksCss from './remarks.css?inline';

export interface Remarks {
  show(passages: readonly PlacedPassage[]): void;
  /** Puts the signs beside the passages that are seen: the page has another form. */
  place(): void;
  has(subject: Subject): boolean;
  /** Scrolls to a passage about something, and opens what is said about it; false where the page hides them all. */
  goTo(subject: Subject, from: HTMLElement): Promise<boolean>;
  open(sign: PlacedSign | null): void;
  /** The passage that an event is at. */
  at(event: MouseEvent): PlacedSign | null;
  contains(event: Event): boolean;
  isOpen(): boolean;
  /** Takes all of it off the page, also when the extension is gone and nothing can be drawn. */
  remove(): void;
}

type PanelActions = Pick<Panel, 'isShown' | 'open' | 'giveWay' | 'boxOf'>;

/** The signs in the margin, the passages that they stand for, and the remarks that open at one. */
export function createRemarks(panel: PanelActions): Remarks {
  const {
    element,
    shadow,
    add,
    remove,
    draw: drawIn,
  } = createHost('remarks', tokensCss + glossCss + closeButtonCss + remarksCss);
  let passages: readonly PlacedPassage[] = [];
  let signs: readonly PlacedSign[] = [];
  let current: string | null = null;
  let returnTo: OwnElement | null = null;

  const draw = () => {
    const shown = signs.find(({ id }) => id === current);
    const remarks = shown?.passages.flatMap((passage) => passage.remarks) ?? [];
    drawIn(
      <>
        <MarginSigns signs={signs} current={current} onOpen={openById} />
        {shown !== undefined && (
          <div class="remarks gloss" role="dialog" aria-label={translate('passage_label')} tabIndex={-1}>
            <PassageRemarks
              remarks={remarks}
              onShowInPanel={panel.isShown() ? panel.open : undefined}
              onClose={() => open(null)}
            />
          </div>
        )}
      </>,
    );
    highlightCurrent(shown?.passages.map(({ range }) => range) ?? []);
    const box = shadow.querySelector<OwnElement>('.remarks');
    if (shown !== undefined && box !== null)
      placeRemarks(box, shown.boxes, element.getBoundingClientRect(), panel.boxOf());
  };
  const open = (sign: PlacedSign | null) => {
    if (sign !== null) panel.giveWay();
    current = sign?.id ?? null;
    draw();
    if (sign === null && returnTo?.isConnected) returnTo.focus({ preventScroll: true });
    returnTo = null;
  };
  /** With the focus in the remarks, and back where it came from when they are closed. */
  const enter = (sign: PlacedSign | null, from: OwnElement | null) => {
    open(sign);
    if (sign === null) return;
    returnTo = from;
    shadow.querySelector<OwnElement>('.remarks')?.focus({ preventScroll: true });
  };
  const openById = (id: string) => {
    const sign = current === id ? null : (signs.find((each) => each.id === id) ?? null);
    enter(sign, shadow.activeElement as OwnElement | null);
  };
  const place = () => {
    const isAnySeen = element.isConnected || placeSigns(passages, new DOMRect()).length > 0;
    if (isAnySeen) add();
    signs = isAnySeen ? placeSigns(passages, element.getBoundingClientRect()) : [];
    if (signs.length === 0) remove();
    if (!signs.some(({ id }) => id === current)) current = null;
    highlightPassages(signs.flatMap((sign) => sign.passages.map(({ range }) => range)));
    draw();
  };
  const about = (subject: Subject) =>
    passages.filter(({ remarks }) => remarks.some((remark) => isSameSubject(remark, subject)));
  const signOf = ({ id }: PlacedPassage) => signs.find((sign) => sign.passages.some((each) => each.id === id)) ?? null;

  return {
    show(found) {
      passages = found;
      place();
    },
    place,
    open,
    has: (subject) => about(subject).length > 0,
    async goTo(subject, from) {
      const isUnseen = (passage: PlacedPassage) => Number(signOf(passage) === null);
      for (const passage of about(subject).toSorted((one, other) => isUnseen(one) - isUnseen(other))) {
        if (!(await bringIntoView(passage.range))) continue;
        place();
        const sign = signOf(passage);
        if (sign === null) continue;
        enter(sign, from);
        return true;
      }
      return false;
    },
    at({ target, clientX, clientY }) {
      const origin = element.getBoundingClientRect();
      const sign = signAt(signs, clientX - origin.left, clientY - origin.top);
      // What lies over the text, as a header that stays in the window, has no part of it.
      const isSeen = sign?.passages.some(({ range }) => target instanceof Node && range.intersectsNode(target));
      return isSeen ? sign : null;
    },
    contains: (event) => event.composedPath().includes(element),
    isOpen: () => current !== null,
    remove() {
      passages = [];
      signs = [];
      current = null;
      remove();
      highlightPassages([]);
      highlightCurrent([]);
    },
  };
}
