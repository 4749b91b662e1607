import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeMarkdown, linkMarkdown } from '../../../core/cite/markdown.ts';

test.each([
  ['*bold* and _so_', '\\*bold\\* and \\_so\\_'],
  ['a <b>tag</b> &copy;', 'a \\<b\\>tag\\</b\\> \\&copy;'],
  ['![x](https://a.example/)', '\\!\\[x\\](https\\://a.example/)'],
  ['# One', '\\# One'],
  ['- one\n+ two', '\\- one\\\n\\+ two'],
  ['1. one\n2) two\n(a) three\niv. four', '1\\. one\\\n2\\) two\\\n(a\\) three\\\niv\\. four'],
  ['Title\n===\n---', 'Title\\\n\\=\\=\\=\\\n\\---'],
  ['    not code', 'not code'],
  ['`code` ~struck~ ==lit== a^2 $x$ |', '\\`code\\` \\~struck\\~ \\=\\=lit\\=\\= a\\^2 \\$x\\$ \\|'],
  ['www.a.example or me@a.example', 'www\\.a.example or me\\@a.example'],
  ['a \\ b', 'a \\\\ b'],
  ['so: yes, 50% :smile:', 'so: yes, 50% \\:smile:'],
  ['at 12:18, not 5:100: or a:1', 'at 12:18, not 5\\:100: or a\\:1'],
  ['%% comment', '\\%% comment'],
  ['multi-line – “plain” (text). 1.5 is more!', 'multi-line – “plain” (text). 1.5 is more!'],
])('%j is text', (text, escaped) => {
  expect(escapeMarkdown(text)).toBe(escaped);
});

test('lines stay lines and paragraphs paragraphs, without what is empty', () => {
  expect(escapeMarkdown(' one\r\ntwo\n \n\n three\u2028four\n')).toBe('one\\\ntwo\n\nthree four');
  expect(escapeMarkdown(' \n ')).toBe('');
});

test('whatever a text says, its words come back, and no mark that Markdown takes for its own stands without a backslash', () => {
  const marks = fc.constantFrom(...'\\`*_~^=$|#@&<>[]{}!:%-+.1w()\n ');
  const units = fc.oneof(marks, fc.constantFrom('a', 'é', '\u2028', '\u0085', '\r', '\0', '\ud800'));
  const texts = fc.array(units, { maxLength: 20 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(texts, (text) => {
      const escaped = escapeMarkdown(text);
      const plain = (value: string) => value.replace(/[\s\p{Cc}\u2028\u2029]+/gu, '');
      expect(plain(escaped.replace(/\\\n/g, '\n').replace(/\\([!-/:-@[-`{-~])/g, '$1'))).toBe(plain(text));
      const bare = escaped.replace(/\\(?:\n|[!-/:-@[-`{-~])/g, ' ');
      expect(bare).not.toMatch(/[\\`*_~^=$|#@&<>[\]{}]|(?<!\d):\S|www\./i);
      expect(escaped).not.toMatch(/^(?:[^\S\n]|[-+:]|\d+[.)](?:\s|$))/m);
    }),
  );
});

test('an address is a link that shows it, and ends where it ends', () => {
  expect(linkMarkdown('https://a.example/b_c*d')).toBe('<https://a.example/b_c*d>');
  expect(linkMarkdown('https://a.example/<b> \n# c')).toBe('<https://a.example/%3Cb%3E%20%0A#%20c>');
  expect(linkMarkdown('javascript:alert(1)')).toBe('javascript\\:alert(1)');
});
