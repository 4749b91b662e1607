import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { showCard } from './show-card.ts';

/** What draws cards: as heavy as all the rest, so it comes into a frame only when the first card is asked for there. */
export default defineUnlistedScript(() => {
  globalThis.ifgGlossShowCard = showCard;
});
