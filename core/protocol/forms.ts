import { MAX_ADDRESS_LENGTH } from '../address/canonical.ts';
import type { BackgroundRequests } from './background-requests.ts';
import type { HitKey, Question } from './look-up.ts';
import type { AskedLink, MarkedLink } from './marks.ts';
import type { ClosedCard, OutsideCard } from './outside-card.ts';
import { either, flag, listOf, oneOf, orNull, type Read, shape, text, time, whole } from './shapes.ts';
import type { RequestOf } from './wire.ts';

/** The form of each request to the background; whoever asks may send anything. */
export type Forms = { readonly [Name in keyof BackgroundRequests]: Read<RequestOf<BackgroundRequests, Name>> };

/** Links of one request. */
const MAX_LINKS = 200;
/** UTF-16 units: what a link says, what a text says where an address is marked, an id of ours, what a reader asks. */
const MAX_TEXT_LENGTH = 300;
const MAX_MARKED_LENGTH = 10_000;
const MAX_ID_LENGTH = 2_000;
export const MAX_QUESTION_LENGTH = 10_000;
/** More publications are not known, and more paragraphs or marks are not read of one page. */
const MAX_PUBLICATIONS = 10_000;
const MAX_PARAGRAPHS = 5000;
const MAX_PARAGRAPH_LENGTH = 1_000_000;
const MAX_MARKS = 20_000;

const nothing = shape<Record<string, never>>({});
const id = text(MAX_ID_LENGTH);
const link = { address: text(MAX_ADDRESS_LENGTH), text: text(MAX_TEXT_LENGTH) };
const sureness = oneOf('exact', 'likely', 'related', 'none');

export const FORMS: Forms = {
  resolveLinks: shape({
    links: listOf(shape<AskedLink>(link), MAX_LINKS),
    kind: oneOf('link', 'text'),
    isFirst: flag,
  }),
  prepareTexts: nothing,
  reportMarks: shape({ publications: listOf(id, MAX_PUBLICATIONS), documentStart: time }),
  drawForms: nothing,
  describeLink: shape<RequestOf<BackgroundRequests, 'describeLink'>>({ ...link, isFirst: flag }),
  openCardOutside: shape<OutsideCard>({ ...link, sureness, opener: id, isHeld: flag }),
  closeCardOutside: shape({ opener: id }),
  tellCardClosed: shape<ClosedCard>({ opener: id, hadFocus: flag }),
  closeOtherCards: shape({ except: id }),
  describePage: nothing,
  findPassages: shape({ paragraphs: listOf(text(MAX_PARAGRAPH_LENGTH), MAX_PARAGRAPHS) }),
  showSiteOff: nothing,
  describeTab: shape({ tabId: whole }),
  listMarks: shape({ tabId: whole }),
  describeSample: nothing,
  lookUp: shape<Question>({ asked: text(MAX_QUESTION_LENGTH), linkText: text(MAX_QUESTION_LENGTH) }),
  describeFound: either<HitKey, HitKey>(shape({ kind: oneOf('publication'), id }), shape({ kind: oneOf('post'), id })),
  readLibraryState: nothing,
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
