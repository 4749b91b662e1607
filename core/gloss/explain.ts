import type { MessageKey } from '../message-key.ts';
import type { Reason } from '../model/match.ts';

/** A sentence of `_locales` and what goes into its places `$1`, `$2`. */
export interface Sentence {
  readonly key: MessageKey;
  readonly substitutions: readonly string[];
}

/** The sentence that says a reason to a reader. */
export function explain(reason: Reason): Sentence {
  switch (reason.kind) {
    case 'address-known':
      return { key: 'reason_address_known', substitutions: [] };
    case 'canonical-known':
      return { key: 'reason_canonical_known', substitutions: [] };
    case 'below-publication':
      return { key: 'reason_below_publication', substitutions: [reason.title] };
    case 'display-form-agrees':
      return { key: 'reason_display_form_agrees', substitutions: [reason.displayForm] };
    case 'title-agrees':
      return { key: reason.of === 'link' ? 'reason_title_agrees_link' : 'reason_title_agrees_page', substitutions: [] };
    case 'words-in-address':
      return { key: 'reason_words_in_address', substitutions: [reason.words.join(', ')] };
    case 'words-shared':
      return { key: 'reason_words_shared', substitutions: [reason.words.join(', ')] };
    case 'publication-unknown':
      return { key: 'reason_publication_unknown', substitutions: [] };
    case 'parts-known':
      return { key: 'reason_parts_known', substitutions: [reason.titles.map((title) => `“${title}”`).join(', ')] };
    case 'carried-through':
      return { key: 'reason_carried_through', substitutions: [reason.host] };
    case 'chosen':
      return { key: 'reason_chosen', substitutions: [] };
  }
}
