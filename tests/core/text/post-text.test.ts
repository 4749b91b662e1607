import { describe, expect, test } from 'vitest';
import { canonicalAddress } from '../../../core/address/canonical.ts';
import { findAddresses, findMentions, isAddress } from '../../../core/text/post-text.ts';
import { makePage, readPage } from '../sources/text-page/made-page.ts';

const shown = (text: string) => findAddresses(text).map((address) => address.shown);

describe('brackets belong to', () => {
  test.each([
    ['en.wikipedia.org/wiki/Cabinet_(UK)', 'en.wikipedia.org/wiki/Cabinet_(UK)'],
    ['(en.wikipedia.org/wiki/Cabinet_(UK))', 'en.wikipedia.org/wiki/Cabinet_(UK)'],
    ['(see en.wikipedia.org/wiki/Cabinet_(UK)).', 'en.wikipedia.org/wiki/Cabinet_(UK)'],
    ['en.wikipedia.org/wiki/Cabinet_(UK),', 'en.wikipedia.org/wiki/Cabinet_(UK)'],
    ['https://a.example/b_(c_(d))!', 'https://a.example/b_(c_(d))'],
    ['https://a.example/?q[]=(a)(b)', 'https://a.example/?q[]=(a)(b)'],
    ['https://a.example/[b]]', 'https://a.example/[b]'],
    ['(www.a.example/b)', 'www.a.example/b'],
    ['(www.a.example/b).', 'www.a.example/b'],
    ['[x](https://a.example/b) and', 'https://a.example/b'],
    ['{https://a.example/b}', 'https://a.example/b'],
    ['（https://a.example/b）。', 'https://a.example/b'],
    ['a.example/b)c', 'a.example/b'],
  ])('the address or the text: %s', (text, address) => {
    expect(shown(text)).toEqual([address]);
  });
});

describe('what is written right behind an address is no part of it', () => {
  test.each(['👇', '🧵', '⬇️', '—see', '’s', "'s", '–', '|', '**', '`', '»', '…', '*'])('%s', (tail) => {
    expect(findAddresses(`See https://a.example/b-c${tail}`)).toEqual([
      { shown: 'https://a.example/b-c', isComplete: true },
    ]);
    for (const more of [tail, '/', `/${tail}`])
      expect(findAddresses(`See www.a.example/publication/...${more}`)).toEqual([
        { shown: 'www.a.example/publication/...', isComplete: false },
      ]);
  });
  test.each(['a.example/1914–18', 'a.example/o’neill', 'a.example/a|b', 'a.example/a*b'])(
    'but within one: %s',
    (address) => {
      expect(shown(address)).toEqual([address]);
    },
  );
});

describe('hosts in any script', () => {
  test.each([
    ['ünicode.example/pfad', 'https://xn--nicode-2ya.example/pfad'],
    ['https://münchen.example/straße', 'https://xn--mnchen-3ya.example/stra%C3%9Fe'],
    ['xn--mnchen-3ya.example/x', 'https://xn--mnchen-3ya.example/x'],
    ['http://xn--e1afmkfd.xn--p1ai/x', 'https://xn--e1afmkfd.xn--p1ai/x'],
    ['пример.рф/путь', 'https://xn--e1afmkfd.xn--p1ai/%D0%BF%D1%83%D1%82%D1%8C'],
    ['https://例え.テスト/x', 'https://xn--r8jz45g.xn--zckzah/x'],
    ['http://भारत.भारत/x', 'https://xn--h2brj9c.xn--h2brj9c/x'],
    ['www.straße.example', 'https://xn--strae-oqa.example'],
  ])('%s', (address, canonical) => {
    for (const text of [address, `See ${address}.`, `(${address})`, `“${address}”`])
      expect(shown(text), text).toEqual([address]);
    expect(canonicalAddress(address)).toBe(canonical);
  });
  test('an address begins where a script without spaces ends', () => {
    expect(shown('詳細はexample.org/a 、ดูที่www.example.org/b')).toEqual(['example.org/a', 'www.example.org/b']);
  });
  test.each(['jo@münchen.example/x', '@münchen.example/x', 'jo.b@пример.рф/x', 'пример.рф', 'Да.Нет', 'a.b'])(
    'none in %s',
    (text) => {
      expect(shown(text)).toEqual([]);
    },
  );
  test('a mail address is no mention', () => {
    expect(findMentions('é@a.example, ü@b.example, @C.example')).toEqual(['c.example']);
  });
});

test.each([
  ['www.a.example/comment/publ...', 'www.a.example/comment/publ...'],
  ['(www.a.example/comment/publ...)', 'www.a.example/comment/publ...'],
  ['www.a.example/comment/publ....', 'www.a.example/comment/publ...'],
  ['www.a.example/comment/publ...,', 'www.a.example/comment/publ...'],
  ['(a.example/wiki/Bank_(d...)', 'a.example/wiki/Bank_(d...'],
  ['“https://a.example/?q=123456789...”', 'https://a.example/?q=123456789...'],
])('a shortened address keeps its dots, and nothing behind them: %s', (text, address) => {
  expect(findAddresses(text)).toEqual([{ shown: address, isComplete: false }]);
});

test.each(['HTTP://instituteforgovernment.org.uk/comment/a', 'Https://WWW.instituteforgovernment.org.uk/comment/a'])(
  'an address in capitals is one: %s',
  (address) => {
    expect(shown(`See ${address}.`)).toEqual([address]);
    const { publications } = readPage(
      makePage([{ text: 'First' }, { text: `See ${address}`, card: 'On pensions | Institute for Government Words' }]),
    );
    expect(publications[0]).toMatchObject({
      section: 'comment',
      kind: 'comment',
      addresses: ['https://instituteforgovernment.org.uk/comment/a'],
    });
  },
);

test('an address alone is told from a text with one', () => {
  for (const text of ['a.example', 'www.a.example/b', 'ünicode.example/(b)', 'HTTP://a.example/b?c#d'])
    expect(isAddress(text), text).toBe(true);
  for (const text of ['', 'a', 'see a.example', 'a.example b', 'jo@a.example'])
    expect(isAddress(text), text).toBe(false);
});
