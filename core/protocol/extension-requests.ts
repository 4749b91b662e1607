import type { Gloss } from '../gloss/gloss.ts';
import type { More, Wanted } from '../gloss/more.ts';
import type { LibraryState } from './library-state.ts';
import type { HitKey, LookUpAnswer, Question } from './look-up.ts';
import type { MarkedPublication } from './marks.ts';
import type { TabState } from './tab-state.ts';

/** In which way a gloss was asked for: of the page in a tab, of what was looked up, or of one hit. */
export type GlossKey =
  | { readonly kind: 'tab'; readonly tabId: number }
  | { readonly kind: 'question'; readonly question: Question }
  | { readonly kind: 'found'; readonly found: HitKey };

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
  /** The first page about something that was looked up; null where the library no longer holds it. */
  describeFound(request: HitKey): Gloss | null;
  /** More of a gloss that was asked for in such a way; null where it is no longer about what it was. */
  describeMore(request: { readonly of: GlossKey; readonly wanted: Wanted }): More | null;
  /** What the library holds, for the options page. */
  readLibraryState(request: Record<string, never>): LibraryState;
}
