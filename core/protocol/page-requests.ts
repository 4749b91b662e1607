import type { More, Wanted } from '../gloss/more.ts';
import type { OwnPageTicketRequests } from './own-frame.ts';
import type { PageNames } from './page-names.ts';
import type { FoundPassage } from './passages.ts';
import type { TabState } from './tab-state.ts';

/**
 * What a script of ours may ask the background beside that where it is in a tab's own page; `names` is what the page
 * calls itself.
 */
export interface PageRequests extends OwnPageTicketRequests {
  /** What is known of the page that asks. */
  describePage(request: { readonly names: PageNames }): TabState;
  /** More of what is said about the page that asks; null where that is no longer what it was. */
  describeMoreOfPage(request: { readonly names: PageNames; readonly wanted: Wanted }): More | null;
  /** Which passages of the asking page's text the posts about it are about; none where marks are off. */
  findPassages(request: { readonly names: PageNames; readonly paragraphs: readonly string[] }): readonly FoundPassage[];
  /** The tab that asks has come to a page of a site that is switched off: its icon is to show it. */
  showSiteOff(request: Record<string, never>): true;
}
