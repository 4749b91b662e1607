import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatBibtex } from '../../../core/cite/bibtex.ts';
import { type Citation, readCitation } from '../../../core/cite/citation.ts';
import { formatHarvard } from '../../../core/cite/harvard.ts';
import { formatRis } from '../../../core/cite/ris.ts';
import type { PublicationKind } from '../../../core/model/publication.ts';
import { report } from './publications.ts';

const WORDS = { availableAt: 'Available at:', doubt: 'end of title uncertain' };
const ADDRESS = 'https://www.instituteforgovernment.org.uk/publication/procurement-government-missions-delivery';

const known = citationOf({});

describe('a report of which title, publisher and address are known', () => {
  test('has the address with the host as the posts wrote it', () => {
    expect(known).toEqual({
      kind: 'report',
      title: 'The role of procurement in delivering mission-led government',
      titleIsCertain: true,
      publisher: 'Institute for Government',
      address: ADDRESS,
    });
    expect(citationOf({ displayForms: [] }).address).toBe(ADDRESS.replace('www.', ''));
  });

  test('as Harvard', () => {
    expect(formatHarvard(known, WORDS)).toBe(
      `The role of procurement in delivering mission-led government. Institute for Government. Available at: ${ADDRESS}`,
    );
  });

  test('as BibTeX', () => {
    expect(formatBibtex(known, WORDS.doubt)).toBe(
      `@techreport{the-role-of-procurement-in-delivering,
  title = {{The role of procurement in delivering mission-led government}},
  institution = {Institute for Government},
  url = {${ADDRESS}}
}`,
    );
  });

  test('as RIS', () => {
    expect(formatRis(known, WORDS.doubt)).toBe(
      `TY  - RPRT\nTI  - The role of procurement in delivering mission-led government\nPB  - Institute for Government\nUR  - ${ADDRESS}\nER  - \n`,
    );
  });
});

describe('what is not known is left out', () => {
  const bare = citationOf({ addresses: [] });

  test('an address that is only known in its shortened form', () => {
    expect(formatHarvard(bare, WORDS)).toBe(
      'The role of procurement in delivering mission-led government. Institute for Government.',
    );
    expect(formatBibtex(bare, WORDS.doubt)).not.toContain('url');
    expect(formatRis(bare, WORDS.doubt)).not.toContain('UR  -');
  });

  test('authors, years and months are in no form', () => {
    for (const text of [formatBibtex(known, ''), formatRis(known, ''), formatHarvard(known, WORDS)])
      expect(text).not.toMatch(/author|year|date|\bAU\b|\bPY\b|\bDA\b|\d{4}/i);
  });

  test('a publication without a title, or with nothing but one, cannot be cited', () => {
    expect(readCitation({ ...report, title: ' ' })).toBeNull();
    expect(readCitation({ ...report, siteName: null, addresses: [] })).toBeNull();
  });
});

test('a title whose end is a guess says so in every form', () => {
  const doubtful = citationOf({ titleIsCertain: false, title: 'Starmer needs to get serious' });
  expect(formatHarvard(doubtful, WORDS)).toMatch(/^Starmer needs to get serious \[end of title uncertain\]\. /);
  expect(formatBibtex(doubtful, WORDS.doubt)).toContain('  note = {end of title uncertain}\n');
  expect(formatRis(doubtful, WORDS.doubt)).toContain('\nN1  - end of title uncertain\n');
});

test.each<[PublicationKind, string, string]>([
  ['report', 'techreport', 'RPRT'],
  ['chapter', 'techreport', 'CHAP'],
  ['comment', 'misc', 'BLOG'],
  ['explainer', 'misc', 'ELEC'],
  ['event', 'misc', 'ELEC'],
  ['press-release', 'misc', 'ELEC'],
  ['coverage', 'misc', 'ELEC'],
  ['page', 'misc', 'ELEC'],
])('a %s is a %s in BibTeX and %s in RIS', (kind, bibtex, ris) => {
  expect(formatBibtex({ ...known, kind }, '')).toMatch(new RegExp(`^@${bibtex}\\{`));
  expect(formatRis({ ...known, kind }, '')).toMatch(new RegExp(`^TY {2}- ${ris}\n`));
});

test.each([
  ['Tax & spend', 'Tax \\& spend'],
  ['100% of £5 or $5', '100\\% of £5 or \\$5'],
  ['#1 under_score', '\\#1 under\\_score'],
  ['{braces}', '\\textbraceleft{}braces\\textbraceright{}'],
  ['a~b^c\\d', 'a\\textasciitilde{}b\\textasciicircum{}c\\textbackslash{}d'],
])('BibTeX keeps the characters of %j', (title, escaped) => {
  expect(formatBibtex({ ...known, title }, '')).toContain(`  title = {{${escaped}}},\n`);
});

test('BibTeX takes an address as it is, but for what would end its field', () => {
  const address = 'https://a.example/b_c%20d?e=1&f={g}\\h^~#i';
  expect(formatBibtex({ ...known, address }, '')).toContain(
    'url = {https://a.example/b_c%20d?e=1&f=%7bg%7d%5ch%5e%7e#i}',
  );
});

test('a question is no sentence with two ends', () => {
  for (const title of ['What next?', 'Ask “what next?”', 'What next…', "Who said 'stop.'", '(What next?)'])
    expect(formatHarvard({ ...known, title }, WORDS)).toContain(`${title} Institute`);
});

describe('whatever a feed says, no field breaks out', () => {
  const nasty = fc.string({
    unit: fc.constantFrom(
      'a',
      '}',
      '{',
      '\\',
      '\n',
      '\r',
      '\u2028',
      '\u0085',
      '\v',
      ',',
      '=',
      '"',
      '@',
      'TY  - ',
      '%',
      '~',
    ),
  });
  const publications = fc.record({ title: nasty, siteName: nasty, path: nasty, titleIsCertain: fc.boolean() });
  const citations = publications.map(({ path, ...rest }) =>
    readCitation({ ...report, ...rest, addresses: [new URL(`https://a.example/?${path}`).href] }),
  );

  test('of its line in RIS, nor in Harvard', () => {
    fc.assert(
      fc.property(citations, (citation) => {
        if (citation === null) return;
        const lines = formatRis(citation, WORDS.doubt).split(/[\n\r\u2028\u2029\u0085\v\f]/);
        expect(lines.pop()).toBe('');
        expect(lines.every((line) => /^[A-Z][A-Z0-9] {2}- /.test(line))).toBe(true);
        expect(lines.filter((line) => line.startsWith('TY  - '))).toHaveLength(1);
        expect(lines.filter((line) => line.startsWith('ER  - '))).toEqual(['ER  - ']);
        expect(formatHarvard(citation, WORDS)).not.toMatch(/[\n\r\u2028\u2029\u0085\v\f]/);
      }),
    );
  });

  test('of its braces in BibTeX', () => {
    fc.assert(
      fc.property(citations, (citation) => {
        if (citation === null) return;
        const entry = formatBibtex(citation, WORDS.doubt);
        const [head = '', ...fields] = entry.split('\n');
        expect(head).toMatch(/^@(?:techreport|misc)\{[a-z0-9-]+,$/);
        expect(fields.pop()).toBe('}');
        for (const field of fields) {
          expect(field).toMatch(/^ {2}(?:title|institution|howpublished|url|note) = \{.*\},?$/);
          expect(
            depths(field)
              .slice(field.indexOf('{'), -2)
              .every((depth) => depth > 0),
          ).toBe(true);
          expect(depths(field).at(-1)).toBe(0);
        }
      }),
    );
  });
});

/** How many braces are open behind each character. BibTeX counts those behind a backslash too. */
function depths(field: string): number[] {
  let depth = 0;
  return [...field].map((character) => {
    depth += character === '{' ? 1 : character === '}' ? -1 : 0;
    return depth;
  });
}

function citationOf(changes: Partial<typeof report>): Citation {
  const citation = readCitation({ ...report, ...changes });
  if (citation === null) throw new Error('It cannot be cited.');
  return citation;
}
