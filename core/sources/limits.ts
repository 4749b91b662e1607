/**
 * How much of a post or a profile is stored. Readers of what comes from outside give no more than this, and the forms of
 * what is stored take it all: what was stored can always be read again.
 */

/** UTF-16 units: what names something, and what a post or a profile says. */
export const MAX_NAME_LENGTH = 2_048;
export const MAX_TEXT_LENGTH = 100_000;
/** Of links, mentions, images and the like in one post. */
export const MAX_PARTS = 1_000;
