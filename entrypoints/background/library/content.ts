import type { Gloss } from '../../../core/gloss/gloss.ts';
import type { wholeGloss } from '../../../core/gloss/gloss-for.ts';
import type { More, Wanted } from '../../../core/gloss/more.ts';
import type { Handle, PostId, PublicationId } from '../../../core/model/ids.ts';
import type { Match } from '../../../core/model/match.ts';
import type { Subject } from '../../../core/model/own.ts';
import type { BrowseRequests } from '../../../core/protocol/library-page.ts';
import type { LibraryState } from '../../../core/protocol/library-state.ts';
import type { HitKey, LookUpAnswer, Question } from '../../../core/protocol/look-up.ts';
import type { SearchAnswer, SearchRequest } from '../../../core/protocol/search.ts';
import type { AnswerOf, RequestOf } from '../../../core/protocol/wire.ts';
import type { Query, ResolvedMatch } from '../../../core/recognise/resolve.ts';
import type { LookedUp } from '../../../core/search/look-up.ts';
import type { ReadersFacts } from '../../../core/search/look-up-words.ts';
import type { OwnSearched } from '../../../core/search/own-searched.ts';

/** Does the same with each of many things, spread over turns so that nobody else has to wait for all of it. */
export type Share = <Item, Done>(items: readonly Item[], work: (item: Item) => Done) => Promise<readonly Done[]>;

/** What the library page looks around by. */
type Browsing = {
  readonly [Name in keyof BrowseRequests]: (
    request: RequestOf<BrowseRequests, Name>,
  ) => Promise<AnswerOf<BrowseRequests, Name>>;
};

/** What a library can be asked, wherever it is kept. */
export interface Content extends Browsing {
  /** Which publication each address belongs to, how sure, and why; in the order asked. */
  resolve(queries: readonly Query[], share?: Share): Promise<readonly ResolvedMatch[]>;
  /** How many posts are about what each match claims, or are related to it; in the order asked. */
  countPosts(matches: readonly Match[]): Promise<readonly number[]>;
  /** The posts about any of these publications, each once. */
  postsAbout(publications: readonly PublicationId[]): Promise<readonly PostId[]>;
  /** Those that the library holds. */
  titlesOf(publications: readonly PublicationId[]): Promise<ReadonlyMap<PublicationId, string>>;
  /** The first page of what is said about a match. */
  gloss(match: Match): Promise<Gloss>;
  /** More of it; null where the match is by now of something else. */
  more(match: Match, wanted: Wanted): Promise<More | null>;
  /** All of it, for who reads it where it is. */
  whole(match: Match): Promise<WholeGloss>;
  /** Reads what each search needs and the browser does not yet hold in memory; the first search is as quick then as the next. */
  prepareSearch(): Promise<void>;
  /** Looks through all of it; `fresh` are the posts that came since the request's `newSince`. */
  search(request: SearchRequest, fresh: readonly PostId[], own?: OwnSearched): Promise<SearchAnswer>;
  /** Whether it has each where it was when something was written about it. */
  holdSubjects(subjects: readonly Subject[]): Promise<readonly boolean[]>;
  /** What is known of an address, or the best of each kind that words find. */
  lookUp(question: Question, facts?: Promise<ReadersFacts>): Promise<LookUpAnswer>;
  /** The gloss of something that was found; null where the library does not hold it any more. */
  describe(found: HitKey): Promise<Gloss | null>;
  describeMore(of: LookedUp, wanted: Wanted): Promise<More | null>;
  /** A card to show what a card is; null where nothing is fit to be shown. */
  sample(): Promise<Gloss | null>;
  describeFeeds(): Promise<LibraryState['feeds']>;
  /** How many posts mention each account. */
  countMentions(): Promise<ReadonlyMap<Handle, number>>;
  /** How many of these posts are about each publication. */
  countAbout(posts: readonly PostId[]): Promise<ReadonlyMap<PublicationId, number>>;
}

export type WholeGloss = ReturnType<typeof wholeGloss>;

/** For who asks for little. */
export const atOnce: Share = async (items, work) => items.map(work);
