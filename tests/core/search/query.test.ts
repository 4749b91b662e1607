import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filtersOf, NO_FILTERS, readQuery, withFilter, withoutFilter } from '../../../core/search/query.ts';

const READ = [
  ['', { words: [], isOpen: false }],
  ['net zero', { words: ['net', 'zero'], isOpen: true }],
  ['net zero ', { words: ['net', 'zero'], isOpen: false }],
  ['"net zero" procure', { words: ['procure'], phrases: ['net zero'] }],
  ['"net zero', { words: [], phrases: ['net zero'], isOpen: false }],
  ['tax -council -"business rates"', { words: ['tax'], without: ['council', 'business rates'], isOpen: false }],
  ['well-being -', { words: ['well-being'], without: [] }],
  ['""', { words: [], phrases: [] }],
  ['“net zero” procure', { words: ['procure'], phrases: ['net zero'] }],
  ['tax -„business rates“ «quelle année»', { words: ['tax'], without: ['business rates'], phrases: ['quelle année'] }],
  ['it’s 5” long', { words: ['it’s', '5”', 'long'], phrases: [], isOpen: true }],
  ['“net zero" procure', { words: ['procure'], phrases: ['net zero'] }],
  ['"net zero” procure', { words: ['procure'], phrases: ['net zero'] }],
  ['„net zero" procure', { words: ['procure'], phrases: ['net zero'] }],
  ['"of “net” zero" procure', { words: ['procure'], phrases: ['of “net” zero'] }],
  ['"net “zero" procure', { words: ['procure'], phrases: ['net “zero'] }],
  ['“net zero', { words: [], phrases: ['net zero'], isOpen: false }],
  ['prisons –courts —police −"the Lords"', { words: ['prisons'], without: ['courts', 'police', 'the Lords'] }],
  ['prisons NOT courts', { words: ['prisons'], without: ['courts'], isOpen: false }],
  ['prisons NOT "the courts" AND police', { words: ['prisons', 'police'], without: ['the courts'], isOpen: true }],
  ['NOT courts', { words: [], without: ['courts'] }],
  ['prisons not courts and police', { words: ['prisons', 'not', 'courts', 'and', 'police'], without: [] }],
  ['NOT', { words: ['NOT'], isOpen: true }],
  ['prisons NOT', { words: ['prisons', 'NOT'] }],
  ['AND', { words: ['AND'] }],
  ['"NOT" courts', { words: ['courts'], phrases: ['NOT'] }],
] as const;

const FILTERS = [
  ['account:Ben.bsky.social', { accounts: ['ben.bsky.social'] }],
  ['account:@ben.bsky.social tax', { accounts: ['ben.bsky.social'] }],
  [
    'account:did:plc:abcdefghijklmnopqrstuvwx account:kept-posts',
    { accounts: ['did:plc:abcdefghijklmnopqrstuvwx', 'kept-posts'] },
  ],
  ['publication:“Whole of government”', { publications: ['Whole of government'] }],
  ['publication:"The “net zero” report"', { publications: ['The “net zero” report'] }],
  ['publication:"Whitehall Monitor 2025"', { publications: ['Whitehall Monitor 2025'] }],
  ['kind:post kind:Recommendation', { kinds: ['post', 'recommendation'] }],
  ['from:2025-02-03 to:2025-02-28', { from: '2025-02-03', to: '2025-02-28' }],
  ['from:2024-02 to:2024-02', { from: '2024-02-01', to: '2024-02-29' }],
  ['from:2024 to:2024', { from: '2024-01-01', to: '2024-12-31' }],
  ['from:2024 from:2025', { from: '2025-01-01' }],
  ['IS:NEW', { isNew: true }],
  ['has:note has:follow-up', { hasNote: true, hasFollowUp: true }],
  ['is:due is:new', { isDue: true, isNew: true }],
  ['response:accepted response:Accepted-in-part', { responses: ['accepted', 'accepted-in-part'] }],
  ['progress:done', { progress: ['done'] }],
  ['site:https://www.GOV.uk/x site:bbc.co.uk', { sites: ['gov.uk', 'bbc.co.uk'] }],
] as const;

const FAULTS = [
  ['from:2025-02-30', 'no-day'],
  ['to:soon', 'no-day'],
  ['from:2025-13', 'no-day'],
  ['kind:book', 'no-kind'],
  ['is:old', 'no-kind'],
  ['account:ben', 'no-account'],
  ['account:', null],
  ['publication:""', 'no-publication'],
  ['site:localhost', 'no-site'],
  ['has:tea', 'no-own'],
  ['response:yes', 'no-own'],
  ['progress:new', 'no-own'],
] as const;

describe('what is typed', () => {
  for (const [text, wanted] of READ)
    it(`reads ${JSON.stringify(text)}`, () => {
      expect(readQuery(text)).toMatchObject(wanted);
      expect(readQuery(text).faults).toEqual([]);
    });

  for (const [text, wanted] of FILTERS)
    it(`reads the filters of ${text}`, () => {
      expect(readQuery(text).filters).toEqual({ ...NO_FILTERS, ...wanted });
      expect(readQuery(text).faults).toEqual([]);
    });

  for (const [text, kind] of FAULTS)
    it(`looks for ${text} as words and says so`, () => {
      const { words, filters, faults } = readQuery(`tax ${text}`);
      expect(filters).toEqual(NO_FILTERS);
      expect(words).toEqual(['tax', text]);
      expect(faults).toEqual(kind === null ? [] : [{ kind, start: 4, end: 4 + text.length }]);
    });

  it('says that OR offers no choice, and looks for all words', () => {
    const { words, faults } = readQuery('prisons OR courts');
    expect([words, faults]).toEqual([['prisons', 'courts'], [{ kind: 'no-choice', start: 8, end: 10 }]]);
  });

  it.each([
    ['tax -kind:post', 'no-turning', 'kind:post'],
    ['tax NOT kind:post', 'no-turning', 'kind:post'],
    ['from: 2025', 'no-filter', 'from:'],
    ['tax since:2025', 'no-filter', 'since:2025'],
    ['tax type:post', 'no-filter', 'type:post'],
  ])('says what %s does not do', (text, kind, written) => {
    const { filters, faults } = readQuery(text);
    expect(filters).toEqual(NO_FILTERS);
    expect(faults.map((each) => [each.kind, text.slice(each.start, each.end).replace('-', '')])).toEqual([
      [kind, written],
    ]);
  });

  it.each(['tax from:', 'https://gov.uk/x', '10:30', 'Re: tax', 'since'])('says nothing of %s', (text) => {
    expect(readQuery(text).faults).toEqual([]);
  });

  it.each(['👍', '"👍🏽"', '-👍', '©'])('says that %s is no word', (sign) => {
    const { words, phrases, without, faults } = readQuery(`tax ${sign}`);
    expect([words, phrases, without]).toEqual([['tax'], [], []]);
    expect(faults).toEqual([{ kind: 'no-word', start: 4, end: 4 + sign.length }]);
  });

  it.each(['-', '"', '""', '—', '£', '&'])('says nothing of %s, which may be part of what is being typed', (sign) => {
    expect(readQuery(`tax ${sign}`)).toMatchObject({ words: ['tax'], faults: [] });
  });

  it('filters nothing out by a filter behind a minus', () => {
    expect(readQuery('-site:gov.uk')).toMatchObject({ without: ['site:gov.uk'], filters: NO_FILTERS });
  });

  it('reads any text, and says where what it names stands', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { words, phrases, without, faults } = readQuery(text);
        for (const each of [...words, ...phrases, ...without]) expect(text).toContain(each);
        for (const { start, end } of [...faults, ...filtersOf(text)])
          expect(text.slice(start, end)).toMatch(/:|^OR$|\p{So}|\p{Extended_Pictographic}/u);
      }),
    );
  });
});

describe('controls', () => {
  it('write a filter behind what is typed, and take it away again', () => {
    const written = withFilter('net zero', 'publication', 'Power with purpose');
    expect(written).toBe('net zero publication:"Power with purpose"');
    expect(withoutFilter(written, 'publication', 'power WITH purpose')).toBe('net zero');
  });

  it('change a day, and add an account', () => {
    expect(withFilter('from:2024 tax', 'from', '2025-01-01')).toBe('tax from:2025-01-01');
    expect(withFilter('account:a.b tax', 'account', 'c.d')).toBe('account:a.b tax account:c.d');
    expect(withFilter('account:a.b', 'account', 'A.b')).toBe('account:A.b');
  });

  it('leave what is no filter as it is', () => {
    expect(withoutFilter('a "kind:post" kind:post -kind:post kind:x', 'kind')).toBe('a "kind:post" -kind:post kind:x');
  });

  it('write what is read again, behind any text', () => {
    fc.assert(
      fc.property(anyText, title, account, (text, value, handle) => {
        const written = withFilter(withFilter(text, 'publication', value), 'account', handle);
        const { publications, accounts } = readQuery(written).filters;
        expect(publications).toContain(value.replaceAll('"', '').trim());
        expect(accounts).toContain(handle);
        expect(readQuery(withoutFilter(written, 'account', handle)).filters.accounts).not.toContain(handle);
      }),
    );
  });

  it('take away all that they wrote', () => {
    fc.assert(
      fc.property(anyText, title, (text, value) => {
        const before = withoutFilter(text, 'publication');
        const after = withoutFilter(withFilter(before, 'publication', value), 'publication');
        const unmarked = (words: readonly string[]) => words.map((word) => word.replaceAll(/["”»]+$/g, ''));
        // What was open is closed.
        expect(unmarked(readQuery(after).words)).toEqual(unmarked(readQuery(before).words));
        expect(readQuery(after).filters).toEqual(readQuery(before).filters);
      }),
    );
  });
});

const anyText = fc.oneof(
  fc.string(),
  fc
    .array(
      fc.constantFrom(
        '"',
        '“',
        '”',
        '«',
        '-',
        'tax',
        'from:',
        '2025',
        'kind:post',
        ' ',
        'site:gov.uk',
        'publication:"a b"',
        'é',
      ),
    )
    .map((parts) => parts.join('')),
);
/** As they come: a handle, a DID where none is known, and posts that are kept by themselves. */
const account = fc.constantFrom(
  'ben.bsky.social',
  'did:plc:abcdefghijklmnopqrstuvwx',
  'did:web:a.example',
  'kept-posts',
);
const title = fc.string().filter((text) => text.replaceAll('"', '').trim() !== '');
