import { MAX_ADDRESS_LENGTH } from '../address/canonical.ts';
import type { ConversationCursor, RecommendationCursor, Wanted } from '../gloss/more.ts';
import { MAX_SHOWN } from '../gloss/pages.ts';
import { MAX_ID_LENGTH } from '../model/ids.ts';
import { PUBLICATION_KINDS } from '../model/publication.ts';
import { ACCOUNT_FORMS } from './account-forms.ts';
import type { BackgroundRequests } from './background-requests.ts';
import { BACKUP_FORMS } from './backup-forms.ts';
import { BEARING_FORMS } from './bearing-forms.ts';
import type { GlossKey } from './extension-requests.ts';
import type { PublicationsWanted } from './library-page.ts';
import { LINKED_BY_FORMS } from './linked-by-forms.ts';
import type { HitKey, Question } from './look-up.ts';
import type { AskedLink, MarkedLink } from './marks.ts';
import type { ClosedCard, OutsideCard } from './outside-card.ts';
import { OWN_FORMS } from './own-forms.ts';
import { MAX_NAME_LENGTH, type PageNames } from './page-names.ts';
import type { SearchRequest } from './search.ts';
import { either, flag, listOf, oneOf, orNull, type Read, shape, text, time, whole } from './shapes.ts';
import type { RequestOf } from './wire.ts';

/** The form of each request to the background; whoever asks may send anything. */
export type Forms = { readonly [Name in keyof BackgroundRequests]: Read<RequestOf<BackgroundRequests, Name>> };

/** Links of one request. */
const MAX_LINKS = 200;
/** UTF-16 units: what a link says, what a text says where an address is marked, what a reader asks. */
const MAX_TEXT_LENGTH = 300;
const MAX_MARKED_LENGTH = 10_000;
/** Of an address of the library page, where each sign of an id may be written as several. */
const MAX_QUERY_LENGTH = 20_000;
export const MAX_QUESTION_LENGTH = 10_000;
/** More publications are not known, and more paragraphs or marks are not read of one page. */
const MAX_PUBLICATIONS = 10_000;
const MAX_PARAGRAPHS = 5000;
const MAX_PARAGRAPH_LENGTH = 1_000_000;
const MAX_MARKS = 20_000;
/** Of an instant, `YYYY-MM-DDTHH:MM:SS.sssZ`. */
const TIME_LENGTH = 24;
/** Of `YYYY-MM-DD`. */
const DAY_LENGTH = 10;

const nothing = shape<Record<string, never>>({});
const id = text(MAX_ID_LENGTH);
const link = { address: text(MAX_ADDRESS_LENGTH), text: text(MAX_TEXT_LENGTH) };
const sureness = oneOf('exact', 'likely', 'related', 'none');
const question = shape<Question>({ asked: text(MAX_QUESTION_LENGTH), linkText: text(MAX_QUESTION_LENGTH) });
const name = text(MAX_NAME_LENGTH);
const hit = either<HitKey, HitKey>(shape({ kind: oneOf('publication'), id }), shape({ kind: oneOf('post'), id }));

const conversationCursor = shape<ConversationCursor>({
  kind: oneOf('conversations'),
  about: orNull(id),
  time: text(TIME_LENGTH),
  shown: listOf(id, MAX_SHOWN),
});
const recommendationCursor = shape<RecommendationCursor>({
  kind: oneOf('recommendations'),
  about: orNull(id),
  post: id,
  number: whole,
  count: whole,
});
const wanted: Read<Wanted> = either(
  shape<Extract<Wanted, { kind: 'post' }>>({ kind: oneOf('post'), post: id }),
  either(conversationCursor, recommendationCursor),
);
const glossKey: Read<GlossKey> = either(
  shape<Extract<GlossKey, { kind: 'tab' }>>({ kind: oneOf('tab'), tabId: whole }),
  either(
    shape<Extract<GlossKey, { kind: 'question' }>>({ kind: oneOf('question'), question }),
    shape<Extract<GlossKey, { kind: 'found' }>>({ kind: oneOf('found'), found: hit }),
  ),
);

/** What a page says that it is called. */
export const pageNames: Read<PageNames> = shape<PageNames>({ title: name, heading: name, canonical: name });

export const FORMS: Forms = {
  resolveLinks: shape({
    links: listOf(shape<AskedLink>(link), MAX_LINKS),
    kind: oneOf('link', 'text'),
    isFirst: flag,
  }),
  prepareTexts: nothing,
  reportMarks: shape<RequestOf<BackgroundRequests, 'reportMarks'>>({
    publications: listOf(id, MAX_PUBLICATIONS),
    documentStart: time,
    names: orNull(pageNames),
  }),
  drawForms: nothing,
  describeLink: shape<RequestOf<BackgroundRequests, 'describeLink'>>({ ...link, isFirst: flag }),
  describeMoreOfLink: shape<RequestOf<BackgroundRequests, 'describeMoreOfLink'>>({ ...link, wanted }),
  openCardOutside: shape<OutsideCard>({ ...link, sureness, opener: id, isHeld: flag }),
  closeCardOutside: shape({ opener: id }),
  tellCardClosed: shape<ClosedCard>({ opener: id, hadFocus: flag }),
  closeOtherCards: shape({ except: id }),
  openUpdate: shape({ feed: id }),
  openInLibrary: shape<AskedLink>(link),
  admitToLink: shape<AskedLink>(link),
  admitToPage: shape({ names: pageNames }),
  describeOwnGlance: shape({ ticket: id }),
  sizeOwnFrame: shape({ ticket: id, height: whole }),
  leaveOwnFrame: shape({ ticket: id }),
  showInLibrary: shape({ query: text(MAX_QUERY_LENGTH) }),
  describePage: shape({ names: pageNames }),
  describeMoreOfPage: shape<RequestOf<BackgroundRequests, 'describeMoreOfPage'>>({ names: pageNames, wanted }),
  findPassages: shape<RequestOf<BackgroundRequests, 'findPassages'>>({
    names: pageNames,
    paragraphs: listOf(text(MAX_PARAGRAPH_LENGTH), MAX_PARAGRAPHS),
  }),
  showSiteOff: nothing,
  describeTab: shape({ tabId: whole }),
  listMarks: shape({ tabId: whole }),
  describeSample: nothing,
  lookUp: question,
  describeFound: hit,
  describeMore: shape({ of: glossKey, wanted }),
  readLibraryState: nothing,
  listPublications: shape<PublicationsWanted>({
    order: oneOf('said', 'day', 'title'),
    kind: orNull(oneOf(...PUBLICATION_KINDS)),
    start: whole,
  }),
  describePublication: shape({ id }),
  listThreads: shape({ start: whole }),
  describeThread: shape({ id }),
  describePost: shape({ id }),
  comparePublications: shape({ first: id, second: id }),
  listRecommendations: shape({ start: whole }),
  search: shape<SearchRequest>({
    text: text(MAX_QUESTION_LENGTH),
    order: oneOf('relevance', 'day'),
    start: whole,
    most: whole,
    from: orNull(text(DAY_LENGTH)),
    newSince: time,
  }),
  ...ACCOUNT_FORMS,
  ...OWN_FORMS,
  ...BACKUP_FORMS,
  ...LINKED_BY_FORMS,
  ...BEARING_FORMS,
};

/** What a frame says that it has marked. */
export const markedLinks: Read<readonly MarkedLink[]> = listOf(
  shape<MarkedLink>({
    ...link,
    text: text(MAX_MARKED_LENGTH),
    sureness,
    publication: orNull(id),
    posts: whole,
    id: whole,
  }),
  MAX_MARKS,
);
