import type { Gloss } from '../gloss/gloss.ts';
import type { LibraryState } from './library-state.ts';
import type { HitKey, LookUpAnswer, Question } from './look-up.ts';
import type { MarkedPublication } from './marks.ts';
import type { TabState } from './tab-state.ts';

/** What the extension's own pages may ask the background: of any tab, and of the library as a whole. */
export interface ExtensionRequests {
  /** What is known of the page in a tab. */
  describeTab(request: { readonly tabId: number }): TabState;
  /** What the marked links of a tab lead to, the surest first. */
  listMarks(request: { readonly tabId: number }): readonly MarkedPublication[];
  /** A card to show to who has not met one yet; null where the library has none fit to show. */
  describeSample(request: Record<string, never>): Gloss | null;
  /** What is known of an address, or of words; where nothing is asked, the publications that most is said about. */
  lookUp(request: Question): LookUpAnswer;
  /** Everything about something that was looked up; null where the library no longer holds it. */
  describeFound(request: HitKey): Gloss | null;
  /** What the library holds, for the options page. */
  readLibraryState(request: Record<string, never>): LibraryState;
}
