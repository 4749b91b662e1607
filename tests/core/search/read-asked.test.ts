import fc from 'fast-check';
import { expect, test } from 'vitest';
import { displayFormKey, readAsked } from '../../../core/search/read-asked.ts';
import { processorTime } from '../../processor-time.ts';

const PAGE = 'https://www.instituteforgovernment.org.uk/publication/a';
const SAFE_LINK = `https://eur03.safelinks.protection.outlook.com/?url=${encodeURIComponent(PAGE)}&data=05`;

test.each([
  ['', { kind: 'nothing' }],
  [' \n\t ', { kind: 'nothing' }],
  [PAGE, { kind: 'address', address: PAGE }],
  [`  ${PAGE}\n`, { kind: 'address', address: PAGE }],
  [`<${PAGE}>`, { kind: 'address', address: PAGE }],
  [`(see ${PAGE})`, { kind: 'address', address: PAGE }],
  [`Read ${PAGE}. Or not.`, { kind: 'address', address: PAGE }],
  [SAFE_LINK, { kind: 'address', address: SAFE_LINK }],
  ['https://example.org/a_(b)', { kind: 'address', address: 'https://example.org/a_(b)' }],
  ['instituteforgovernment.org.uk', { kind: 'address', address: 'https://instituteforgovernment.org.uk' }],
  ['“on.ft.com/478WcW7”.', { kind: 'address', address: 'https://on.ft.com/478WcW7' }],
  ['//example.org/a', { kind: 'address', address: 'https://example.org/a' }],
  ['example.org:8080/a', { kind: 'address', address: 'https://example.org:8080/a' }],
  ['www.theguardian.com/politics/202...', { kind: 'display-form', form: 'theguardian.com/politics/202' }],
  ['https://www.ukri.org/news/innovat…', { kind: 'display-form', form: 'ukri.org/news/innovat' }],
  ['site:https://gov.uk housing', { kind: 'words', text: 'site:https://gov.uk housing' }],
  [`site:gov.uk ${PAGE}`, { kind: 'address', address: PAGE }],
  ['procurement', { kind: 'words', text: 'procurement' }],
  ['No.10', { kind: 'words', text: 'No.10' }],
  ['and so on...', { kind: 'words', text: 'and so on...' }],
  ['What’s next for PFI?', { kind: 'words', text: 'What’s next for PFI?' }],
  ['@instituteforgovernment.org.uk', { kind: 'words', text: '@instituteforgovernment.org.uk' }],
  ['enquiries@instituteforgovernment.org.uk', { kind: 'words', text: 'enquiries@instituteforgovernment.org.uk' }],
  ['javascript:alert(1)', { kind: 'words', text: 'javascript:alert(1)' }],
  ['http://', { kind: 'words', text: 'http://' }],
])('%j is read as %j', (asked, read) => {
  expect(readAsked(asked)).toEqual(read);
});

test('any text is read in time, and space around it changes nothing', async () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (asked) => {
      expect(readAsked(` ${asked}\n`)).toEqual(readAsked(asked));
    }),
  );
  const readLong = () => {
    for (const unit of ['a.', '(', '…', 'https://', '-', ' .'])
      expect(readAsked(unit.repeat(50_000)).kind).toMatch(/words|address|display-form/);
  };
  expect(await processorTime(readLong, 500)).toBeLessThan(500);
});

test('a shortened address is one key, however it is typed', () => {
  for (const form of ['https://www.a.org/b...', 'www.a.org/b…', 'A.org/B...', '//a.org/b'])
    expect(displayFormKey(form)).toBe('a.org/b');
});
