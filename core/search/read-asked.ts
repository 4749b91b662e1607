import { MAX_ADDRESS_LENGTH, readAddress } from '../address/canonical.ts';
import { firstOf } from '../text/first-of.ts';
import { withoutFilter } from './query.ts';

/** What a reader's own words are: nothing, an address, a shortened address as posts show it, or words. */
export type ParsedQuery =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'display-form'; readonly form: string }
  | { readonly kind: 'words'; readonly text: string };

/** UTF-16 units of a text that are looked at; a title has fewer. */
const MAX_TEXT_LENGTH = 1000;
const ABSOLUTE = /https?:\/\/[^\s<>"“”‘’«»]+/i;
/** A host whose last label is of letters, so that "No.10" and "2.5" are words; then its path. */
const BARE = /^(?:\/\/)?(?:[\w-]+\.)+[a-z]{2,}(?::\d{1,5})?(?:[/?#]\S*)?$/i;
const SHORTENED = /(?:\.\.\.|…)$/;

/** Tells an address from words. Takes any text; an address may stand in brackets, quotes or a sentence. */
export function readAsked(asked: string): ParsedQuery {
  const text = firstOf(asked, MAX_ADDRESS_LENGTH).trim();
  if (text === '') return { kind: 'nothing' };
  // What a filter names is not what is asked for.
  const address = addressIn(withoutFilter(text, 'site'));
  if (address === null || readAddress(address) === null) return { kind: 'words', text: firstOf(text, MAX_TEXT_LENGTH) };
  return SHORTENED.test(address)
    ? { kind: 'display-form', form: displayFormKey(address) }
    : { kind: 'address', address };
}

function addressIn(text: string): string | null {
  const absolute = ABSOLUTE.exec(text)?.[0];
  if (absolute === text) return text;
  const written = (absolute ?? text).replace(/^[<("'“‘]+|[>)"'”’]+$/g, '');
  const whole = SHORTENED.test(written) ? written : written.replace(/[.,;:!?>)"'”’]+$/, '');
  if (absolute !== undefined) return whole;
  // Without a scheme "example.org:8080" would itself be read as one.
  return BARE.test(whole) ? `https://${whole.replace(/^\/\//, '')}` : null;
}

/** A shortened address as a key: posts show no scheme and three dots, and people type no `www.`. */
export function displayFormKey(form: string): string {
  return form
    .toLowerCase()
    .replace(/^(?:https?:)?\/\//, '')
    .replace(/^www\./, '')
    .replace(SHORTENED, '');
}
