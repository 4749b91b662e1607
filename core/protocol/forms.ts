import { LONGEST_ADDRESS } from '../address/canonical.ts';
import type { BackgroundRequests } from './background-requests.ts';
import type { HitKey, Question } from './look-up.ts';
import type { AskedLink, MarkedLink } from './marks.ts';
import type { ClosedCard, OutsideCard } from './outside-card.ts';
import { either, flag, listOf, oneOf, orNull, type Read, shape, text, time, whole } from './shapes.ts';
import type { RequestOf } from './wire.ts';

/** The form of each request to the background; whoever asks may send anything. */
export type Forms = { readonly [Name in keyof BackgroundRequests]: Read<RequestOf<BackgroundRequests, Name>> };

/** Links of one request. */
const MOST_LINKS = 200;
/** UTF-16 units: what a link says, what a text says where an address is marked, an id of ours, what a reader asks. */
const LONGEST_TEXT = 300;
const LONGEST_MARKED = 10_000;
const LONGEST_ID = 2_000;
export const LONGEST_QUESTION = 10_000;
/** More publications are not known, and more paragraphs or marks are not read of one page. */
const MOST_PUBLICATIONS = 10_000;
const MOST_PARAGRAPHS = 5000;
const LONGEST_PARAGRAPH = 1_000_000;
const MOST_MARKS = 20_000;

const nothing = shape<Record<string, never>>({});
const id = text(LONGEST_ID);
const link = { address: text(LONGEST_ADDRESS), text: text(LONGEST_TEXT) };
const sureness = oneOf('exact', 'likely', 'related', 'none');

export const FORMS: Forms = {
  resolveLinks: shape({
    links: listOf(shape<AskedLink>(link), MOST_LINKS),
    kind: oneOf('link', 'text'),
    isFirst: flag,
  }),
  prepareTexts: nothing,
  reportMarks: shape({ publications: listOf(id, MOST_PUBLICATIONS), began: time }),
  drawForms: nothing,
  describeLink: shape<RequestOf<BackgroundRequests, 'describeLink'>>({ ...link, isFirst: flag }),
  openCardOutside: shape<OutsideCard>({ ...link, sureness, opener: id, isHeld: flag }),
  closeCardOutside: shape({ opener: id }),
  tellCardClosed: shape<ClosedCard>({ opener: id, hadFocus: flag }),
  closeOtherCards: shape({ except: id }),
  describePage: nothing,
  findPassages: shape({ paragraphs: listOf(text(LONGEST_PARAGRAPH), MOST_PARAGRAPHS) }),
  showSiteOff: nothing,
  describeTab: shape({ tabId: whole }),
  listMarks: shape({ tabId: whole }),
  describeSample: nothing,
  lookUp: shape<Question>({ asked: text(LONGEST_QUESTION), linkText: text(LONGEST_QUESTION) }),
  describeFound: either<HitKey, HitKey>(shape({ kind: oneOf('publication'), id }), shape({ kind: oneOf('post'), id })),
  readLibraryState: nothing,
};

/** What a frame says that it has marked. */
export const markedLinks: Read<readonly MarkedLink[]> = listOf(
  shape<MarkedLink>({
    ...link,
    text: text(LONGEST_MARKED),
    sureness,
    publication: orNull(id),
    posts: whole,
    id: whole,
  }),
  MOST_MARKS,
);
