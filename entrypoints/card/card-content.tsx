import { render } from 'preact';
import { CardBar } from '../../components/card-bar.tsx';
import { Copying, type CopyText } from '../../components/copy-button.tsx';
import { Failed } from '../../components/failed.tsx';
import { Glance } from '../../components/glance.tsx';
import { GlossView, POSTS, RECOMMENDATIONS } from '../../components/gloss-view.tsx';
import { InLibrary, LibraryWay } from '../../components/library-way.tsx';
import { Localised } from '../../components/localised.tsx';
import { type UpdateFeed, Updating } from '../../components/update-button.tsx';
import type { DescribeMore } from '../../components/use-more.ts';
import type { Gloss } from '../../core/gloss/gloss.ts';
import { translate, words } from '../../platform/translate.ts';

export interface CardContent {
  /** Null where it could not be loaded. */
  readonly gloss: Gloss | null;
  /** Whether the reader has written something about it. */
  readonly hasOwn: boolean;
  readonly describeMore: DescribeMore;
  readonly onTryAgain: () => void;
  /** Whether all of it is shown, or what is read at a glance. */
  readonly isWhole: boolean;
  readonly isPinned: boolean;
  /** All of it is wanted, from a part of it on where one is named. */
  readonly onUnfold: (part?: string) => void;
  readonly onPin: () => void;
  readonly onClose: () => void;
  readonly onStep: (x: number, y: number) => void;
  readonly onCopy: CopyText;
  readonly onUpdate: UpdateFeed;
  readonly onOpenInLibrary: () => void;
  /** Fills what is kept free for what the reader has written; the same function as long as the card is there. */
  readonly onPlaceOwn: (slot: HTMLElement | null) => void;
}

/** Draws all of a card, or what has changed of it. */
export function drawCardContent(
  root: ShadowRoot,
  {
    gloss,
    hasOwn,
    describeMore,
    isWhole,
    onUnfold,
    onCopy,
    onUpdate,
    onOpenInLibrary,
    onPlaceOwn,
    onTryAgain,
    ...bar
  }: CardContent,
): void {
  render(
    <Localised i18n={words()}>
      <div class="sheet" role="dialog" aria-label={translate('card_label')}>
        <CardBar {...bar} />
        {hasOwn && <div class="own-place" ref={onPlaceOwn} />}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys scroll what has the focus. */}
        <section class="scroller" tabIndex={0} aria-label={translate('card_scroller')}>
          <div class="content">
            <Copying.Provider value={onCopy}>
              {gloss === null ? (
                <article class="gloss">
                  <Failed onTryAgain={onTryAgain} />
                </article>
              ) : isWhole ? (
                <Updating.Provider value={onUpdate}>
                  <InLibrary.Provider value={onOpenInLibrary}>
                    <GlossView gloss={gloss} describeMore={describeMore}>
                      <LibraryWay gloss={gloss} />
                    </GlossView>
                  </InLibrary.Provider>
                </Updating.Provider>
              ) : (
                <Glance
                  gloss={gloss}
                  onShowAll={() => onUnfold()}
                  onShowRecommendations={() => onUnfold(RECOMMENDATIONS)}
                  onShowPosts={() => onUnfold(POSTS)}
                />
              )}
            </Copying.Provider>
          </div>
        </section>
      </div>
    </Localised>,
    root,
  );
}
