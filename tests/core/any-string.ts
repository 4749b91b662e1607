import fc, { type Arbitrary } from 'fast-check';

const SURROGATES = 0xd800;
const AFTER_SURROGATES = 0xe000;
const HALVES = AFTER_SURROGATES - SURROGATES;

/** Any character, but no half of one. */
const anyCharacter = fc.nat(0x10ffff - HALVES).map(
  (number) => String.fromCodePoint(number < SURROGATES ? number : number + HALVES),
  (character) => {
    const code = typeof character === 'string' ? character.codePointAt(0) : undefined;
    if (code === undefined || character !== String.fromCodePoint(code)) throw new Error('no character');
    return code < SURROGATES ? code : code - HALVES;
  },
);

interface Lengths {
  readonly minLength?: number;
  readonly maxLength?: number;
}

/** As `fc.string` of the unit `binary`, which makes a table of all million characters first, in each file. */
export function anyString(lengths: Lengths = {}): Arbitrary<string> {
  return fc.string({ ...lengths, unit: anyCharacter });
}

const anyPart = fc.oneof(fc.stringMatching(/^[\w.~!$&'()*+,;=:@-]{0,12}$/), anyString().map(encodeURIComponent));

/** As `fc.webUrl` with query and fragment, which makes that table, too. */
export const anyAddress: Arbitrary<string> = fc
  .record({
    scheme: fc.constantFrom('http', 'https'),
    domain: fc.domain(),
    path: fc.array(anyPart.map((part) => `/${part}`)),
    query: fc.option(
      anyPart.map((part) => `?${part}`),
      { nil: '' },
    ),
    fragment: fc.option(
      anyPart.map((part) => `#${part}`),
      { nil: '' },
    ),
  })
  .map(({ scheme, domain, path, query, fragment }) => `${scheme}://${domain}${path.join('')}${query}${fragment}`);
