import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayHoldAddress } from '../../../core/address/may-hold-address.ts';
import { findTextAddresses } from '../../../core/address/text-addresses.ts';
import { processorTime } from '../../processor-time.ts';

const HOST = 'instituteforgovernment.org.uk';
const PATH = '/publication/procurement-government-missions-delivery';
const REPORT = `https://www.${HOST}${PATH}`;
const ESCAPED = REPORT.replaceAll('/', '\\/');
const UNSEEN = ['\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff'];

const addresses = (text: string) => findTextAddresses(text).map(({ address }) => address);
const asWritten = (text: string) => findTextAddresses(text).map(({ start, end }) => text.slice(start, end));

/** Each stands behind the address, alone and with words behind it. */
const ENDS = [
  ...['.', ',', ';', ':', '!', '?', '...', '?!', '!!!', '.”', '."', '.)', ').', '),', ');', ')?', '…', '….', '……'],
  ...[
    '。',
    '，',
    '、',
    '；',
    '：',
    '！',
    '？',
    '．',
    '｡',
    '､',
    '·',
    '・',
    '～',
    '،',
    '؛',
    '؟',
    '।',
    '॥',
    '۔',
    '።',
    '၊',
  ],
  ...[
    ')',
    ']',
    '}',
    '>',
    '))',
    ']]',
    '}}',
    ')]',
    '）',
    '］',
    '｝',
    '】',
    '」',
    '』',
    '》',
    '〉',
    '〕',
    '〗',
    '｣',
    '〟',
  ],
  ...['"', "'", '”', '“', '’', '‘', '»', '«', '›', '‹', '„', '‚', '‟', '‛', '″', '′', '`', '´', "''", '``', '＂'],
  ...['–', '—', '―', '‒', '--', '---', '→', '⟶', '➜', '←', '=>', '->', '|', '||', '¦', '•', '▪', '✓', '⭐', '👉', '😀'],
  ...['*', '**', '***', '_', '__', '_**', '~~', '~', '^', '\\', '$', '<', '<br>', '</a>', '</p>', '[1]', '[', '{', '('],
  ...['&gt;', '&lt;', '&quot;', '&apos;', '&#39;', '&#x27;', '&nbsp;', '&rsquo;', '&hellip;', '&', '™', '®', '¹', '²'],
  ...['\n', '\r\n', '\t', '\u00a0', '\u2003', '\u2028', '\u3000', '\u200e', '\u200f', '\u2069', '\u202c', '\ufffc'],
];

describe('an address ends where people end it', () => {
  test.each(ENDS)('REPORT%s', (end) => {
    expect(asWritten(`Read ${REPORT}${end}`), 'at the end').toEqual([REPORT]);
    expect(asWritten(`Read ${REPORT}${end} and more`), 'with words behind').toEqual([REPORT]);
  });
  test.each([
    ...['。次の文', '，然后', '、また', '（続き）', 'を参照', '에서', 'และ', 'и далее', 'և', '؟نعم', '۔ اور', '।और'],
    ...[',b', ';b', '!b', "'s findings", '’s findings', '—and', '–and', '--and', '|x', '→x', '**bold', '`code', '~~x'],
    ...['"b', '”b', '»b', '<b', '>b', ']b', ')b', '}b', '^1', '[1]', '\\nnext', '\\u003c', '\\"', '&quot;b', '&gt;b'],
    ...['</loc>', '"/>', "'},{", '","x":1', '|title=T}}', '}}</ref>', ']text[/url]', '[/url]', '\u200b', '\u00ad'],
  ])('REPORT%s', (rest) => {
    expect(asWritten(`Read ${REPORT}${rest}`)).toEqual([REPORT]);
  });
});

describe('an address begins where people begin it', () => {
  test.each([
    ...['(REPORT)', '[REPORT]', '{REPORT}', '<REPORT>', '<URL:REPORT>', 'URL:REPORT', 'url: REPORT', 'Link:REPORT'],
    ...['"REPORT"', "'REPORT'", '“REPORT”', '„REPORT“', '‚REPORT‘', '‘REPORT’', '«REPORT»', '« REPORT »', '»REPORT«'],
    ...['`REPORT`', '``REPORT``', '*REPORT*', '**REPORT**', '***REPORT***', '_REPORT_', '__REPORT__', '~~REPORT~~'],
    ...[
      '[x](REPORT)',
      '[x](REPORT "title")',
      '[x](<REPORT>)',
      '![x](REPORT)',
      '[1]: REPORT',
      '[x]: <REPORT>',
      '> REPORT',
    ],
    ...[
      '[url]REPORT[/url]',
      '[url=REPORT]x[/url]',
      '[url="REPORT"]x[/url]',
      '[REPORT x]',
      '[[REPORT|x]]',
      '{{REPORT}}',
    ],
    ...['{{cite web|url=REPORT|title=T}}', '{{cite web |url=REPORT }}', '{{url|REPORT}}', '|REPORT|', '| REPORT |'],
    ...['<a href="REPORT">x</a>', '<a href=REPORT>x</a>', "<a href='REPORT'>", '&lt;REPORT&gt;', '&quot;REPORT&quot;'],
    ...['{"url":"REPORT"}', "{url:'REPORT'}", 'url=REPORT', 'url=REPORT;', 'a;REPORT;b', 'a,REPORT,b', 'a\tREPORT\tb'],
    ...[
      '（REPORT）',
      '「REPORT」',
      '『REPORT』',
      '【REPORT】',
      '《REPORT》',
      '〈REPORT〉',
      '参照：REPORT。次',
      '見るREPORTを',
    ],
    ...[
      '—REPORT—',
      '–REPORT–',
      '→REPORT',
      '•REPORT',
      '👉REPORT',
      '…REPORT…',
      '.REPORT',
      '-REPORT',
      '- REPORT',
      '1)REPORT',
    ],
    ...[
      '\\href{REPORT}{x}',
      '\\url{REPORT}',
      '"\\nREPORT\\n"',
      '@misc{a, url={REPORT}}',
      '\u2066REPORT\u2069',
      '\u200bREPORT',
    ],
  ])('%s', (written) => {
    expect(asWritten(written.replaceAll('REPORT', REPORT))).toEqual([REPORT]);
  });
});

test.each([
  [`www.${HOST}${PATH}`, `https://www.${HOST}${PATH}`],
  [`${HOST}${PATH}`, `https://${HOST}${PATH}`],
  [`(${HOST}${PATH})`, `https://${HOST}${PATH}`],
  [`_www.${HOST}${PATH}_`, `https://www.${HOST}${PATH}`],
  [`See:www.${HOST}${PATH}.`, `https://www.${HOST}${PATH}`],
  [`参照${HOST}${PATH}。`, `https://${HOST}${PATH}`],
  [`http://${HOST}${PATH}`, `http://${HOST}${PATH}`],
  [`HTTPS://WWW.${HOST.toUpperCase()}${PATH}`, `HTTPS://WWW.${HOST.toUpperCase()}${PATH}`],
  [`Www.InstituteForGovernment.org.uk${PATH}`, `https://Www.InstituteForGovernment.org.uk${PATH}`],
  [`https://${HOST}:443${PATH}`, `https://${HOST}:443${PATH}`],
  [`${HOST}/publication/report/foo…`, `https://${HOST}/publication/report/foo`],
  [`${HOST}/publication/rep...`, `https://${HOST}/publication/rep`],
  [ESCAPED, REPORT],
  [`"${ESCAPED}\\n"`, REPORT],
  [`${REPORT}/`, `${REPORT}/`],
  [`${REPORT}?a=1&amp;b=2`, `${REPORT}?a=1&b=2`],
  [`${REPORT}?a=1&b=2&quot;`, `${REPORT}?a=1&b=2`],
  [`${REPORT}#part-2.`, `${REPORT}#part-2`],
  [`${REPORT}?topic=a:1`, `${REPORT}?topic=a:1`],
  [`https://${HOST}/sites/default/files/a_(1).pdf.`, `https://${HOST}/sites/default/files/a_(1).pdf`],
  [`(see https://${HOST}/sites/default/files/a_(1).pdf)`, `https://${HOST}/sites/default/files/a_(1).pdf`],
  [`https://${HOST}/sites/default/files/a%20b.pdf`, `https://${HOST}/sites/default/files/a%20b.pdf`],
  [`https://${HOST}/event/café-society,`, `https://${HOST}/event/café-society`],
])('%s is %s', (written, address) => {
  expect(addresses(`Read ${written}`)).toEqual([address]);
});

describe('characters that no reader sees', () => {
  test.each(UNSEEN)('within an address are left out of it: %j', (unseen) => {
    for (let at = 1; at < REPORT.length; at += 1) {
      const text = `x${unseen} ${REPORT.slice(0, at)}${unseen}${REPORT.slice(at)}${unseen} y`;
      const start = `x${unseen} `.length;
      expect(findTextAddresses(text)).toEqual([{ start, end: start + REPORT.length + 1, address: REPORT }]);
    }
  });
  test.each(UNSEEN)('do not part a host from what makes it another: %j', (unseen) => {
    expect(addresses(`evil-${unseen}${HOST}${PATH} x@${unseen}${HOST}${PATH}`)).toEqual([]);
  });
});

test.each(['', ' ', ',', ', ', ';', '; ', '|', '\n', '.', ':', '!', '--', '—', '、', '\u200b', ') (', '](', '"'])(
  'several in one line, parted by "%s"',
  (between) => {
    expect(addresses([REPORT, `${REPORT}-2`, `${REPORT}-3`].join(between))).toEqual([
      REPORT,
      `${REPORT}-2`,
      `${REPORT}-3`,
    ]);
  },
);

test.each([
  `x@${HOST}`,
  `x@${HOST}${PATH}`,
  `mailto:x@${HOST}`,
  `@${HOST}${PATH}`,
  `https://x@${HOST}${PATH}`,
  `evil-${HOST}${PATH}`,
  `evil${HOST}${PATH}`,
  `evil.${HOST}${PATH}`,
  `https://evil-${HOST}${PATH}`,
  `https://evil.${HOST}${PATH}`,
  `https://www.www.${HOST}${PATH}`,
  `${HOST}.evil.com${PATH}`,
  `https://${HOST}@evil.com${PATH}`,
  `https://${HOST}evil.com${PATH}`,
  `https://evil.com/${HOST}${PATH}`,
  `https://evil.com\\${HOST}${PATH}`,
  `https://web.archive.org/web/2020/${REPORT}`,
  `https://web.archive.org/web/2020/www.${HOST}${PATH}`,
  `https://share.example/?u=${REPORT}`,
  `https://share.example/?${REPORT}`,
  `https://share.example/#${REPORT}`,
  `https://share.example/?u=${encodeURIComponent(REPORT)}`,
  `ftp://${HOST}${PATH}`,
  HOST,
  `https://www.${HOST}`,
  `https://www.${HOST}/`,
  `https://www.${HOST}/.`,
  'instituteforgovernment-org-uk/publication/x',
  'Institute for Government',
])('no address of the site with a path: %s', (text) => {
  expect(findTextAddresses(`Read ${text} and`)).toEqual([]);
});

test('a citation that gives a copy in an archive as well is read', () => {
  const archived = `https://web.archive.org/web/2020/${REPORT}`;
  expect(asWritten(`{{cite web|archive-url=${archived}|url=${REPORT}|title=T}}`)).toEqual([REPORT]);
});

describe('any text', () => {
  const path = fc.string({ unit: fc.constantFrom(...'abz09-_./%?=#é'), minLength: 1, maxLength: 40 });
  const address = fc
    .tuple(fc.constantFrom(`https://${HOST}/`, `http://www.${HOST}/`), path)
    .map(([site, rest]) => site + rest.replace(/--+/g, '-').replace(/[._?]+$/, ''))
    .filter((whole) => !whole.endsWith('/'));
  const separator = fc.constantFrom(
    ' ',
    '\n',
    ', ',
    '; ',
    ' (',
    ') ',
    '“',
    '”',
    '。',
    '、',
    ' – ',
    '<br>',
    '|',
    '**',
    '`',
  );

  test('each address between separators is found as it is', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(separator, address), { maxLength: 6 }), separator, (pieces, last) => {
        const text = pieces.flat().join('') + last;
        const found = findTextAddresses(text);
        expect(found.map((each) => each.address)).toEqual(pieces.map(([, each]) => each));
        for (const each of found) expect(text.slice(each.start, each.end)).toBe(each.address);
        expect(mayHoldAddress(text)).toBe(pieces.length > 0);
      }),
      { numRuns: 500 },
    );
  });

  const scrap = fc.constantFrom(
    HOST,
    'https://',
    'www.',
    '/',
    '\\',
    '.',
    '(',
    ')',
    '&',
    ';',
    '=',
    '--',
    'x',
    '\u00ad',
    '。',
    '😀',
  );
  test('never throws, finds no two in one place, and nothing that the first look passes over', () => {
    fc.assert(
      fc.property(fc.array(scrap, { maxLength: 30 }), (scraps) => {
        const text = scraps.join('');
        const found = findTextAddresses(text);
        expect(
          found.every(({ start, end }, index) => start < end && end <= (found[index + 1]?.start ?? text.length)),
        ).toBe(true);
        expect(found.every(({ address: each }) => URL.canParse(each))).toBe(true);
        if (found.length > 0) expect(mayHoldAddress(text)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ...['=', '=h', '=https:', '://=h', 'h', 'https://', 'www.', '.', '&', '&a', '(', '(a', '\\', '\\/', '--', '?='],
    ...[...UNSEEN, 'i\u00ad', HOST, `${HOST}/`, `${REPORT}.`, `(${REPORT}`, `=${REPORT}`],
  ])('10,000 letters take less than 20 ms: %j', async (piece) => {
    for (const before of ['', `${REPORT}`, '://']) {
      const text = before + piece.repeat(10_000 / piece.length);
      const find = () => [findTextAddresses(text), mayHoldAddress(text)];
      expect(await processorTime(find, 20)).toBeLessThan(20);
    }
  });
});
