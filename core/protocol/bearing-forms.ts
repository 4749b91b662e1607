import type { Quote } from '../bearing/quote.ts';
import { MAX_ID_LENGTH } from '../model/ids.ts';
import { BEARING_SCOPES, type BearingRequests, type PageBlocks } from './bearing.ts';
import { flag, listOf, oneOf, type Read, shape, text, whole } from './shapes.ts';
import type { RequestOf } from './wire.ts';

/** Words of a page that are looked through, and UTF-16 units. */
export const MAX_WORDS = 50_000;
export const MAX_TEXT_LENGTH = 400_000;
/** UTF-16 units of what a reader selects. */
export const MAX_QUOTE_LENGTH = 20_000;
const MAX_AROUND_LENGTH = 100;

type Forms = { readonly [Name in keyof BearingRequests]: Read<RequestOf<BearingRequests, Name>> };

const ofTab = shape<{ readonly tabId: number }>({ tabId: whole });

/** The form of each request about what bears on recommendations. */
export const BEARING_FORMS: Forms = {
  lookForBearing: shape<RequestOf<BearingRequests, 'lookForBearing'>>({
    tabId: whole,
    scope: oneOf(...BEARING_SCOPES),
  }),
  readBearing: ofTab,
  showBearing: shape<RequestOf<BearingRequests, 'showBearing'>>({ tabId: whole, id: text(MAX_ID_LENGTH) }),
  listChoices: shape<Record<string, never>>({}),
  readSelection: ofTab,
  findPageEvidence: ofTab,
  markPageEvidence: ofTab,
};

const blocks: Read<readonly string[]> = (value) => {
  const read = listOf(text(MAX_TEXT_LENGTH), MAX_TEXT_LENGTH)(value);
  const length = read?.reduce((sum, block) => sum + block.length, 0) ?? 0;
  return length > MAX_TEXT_LENGTH ? undefined : read;
};

/** What the script in a page answers, which a page may have broken into. */
export const pageBlocks: Read<PageBlocks> = shape<PageBlocks>({ blocks, words: whole, isCut: flag, hasFrames: flag });

export const quote: Read<Quote> = shape<Quote>({
  exact: text(MAX_QUOTE_LENGTH),
  prefix: text(MAX_AROUND_LENGTH),
  suffix: text(MAX_AROUND_LENGTH),
});

export const markedIds: Read<readonly string[]> = listOf(text(MAX_ID_LENGTH), MAX_TEXT_LENGTH);
