import { expect, test } from 'vitest';
import type { CanonicalAddress } from '../../../core/model/ids.ts';
import { readEvidence } from '../../../core/recognise/evidence.ts';
import { createResolver } from '../../../core/recognise/resolve.ts';
import { makeFeed } from '../../bench/gold.ts';

const SITE = 'https://www.instituteforgovernment.org.uk';
const evidenceOf = (path: string) => readEvidence(`${SITE}${path}` as CanonicalAddress);

test.each([
  ['/publication', 'index', []],
  ['/', 'index', []],
  ['/article/comment', 'index', []],
  ['/performance-tracker', 'landing', []],
  ['/publication/report', 'page', [['report']]],
  ['/publication/schools/funding', 'page', [['school'], ['fund']]],
  ['/article/ifg-news', 'landing', []],
  ['/article/ifg-news/schools', 'page', [['school']]],
  ['/sites/default/files/2024-01/schools-funding_0.pdf', 'file', [['school', 'fund']]],
])('%s is a %s with the parts %j', (path, kind, parts) => {
  const evidence = evidenceOf(path);
  expect(evidence.kind).toBe(kind);
  if (parts.length > 0) expect(evidence.parts).toEqual(parts);
});

test('a file whose name is some words of a title is not taken for its report, however it was shown', () => {
  const title = 'Reforming civil service pay to attract specialist digital skills';
  const { resolve } = createResolver([makeFeed([{ url: `${SITE}/publication/reforming-pay`, title }])]);
  expect(resolve({ url: `${SITE}/sites/default/files/2024-01/civil-service-pay.pdf` }).publication).toBeNull();
  const whole = `${SITE}/sites/default/files/2024-01/reforming-civil-service-pay-attract-specialist-digital-skills.pdf`;
  expect(resolve({ url: whole })).toMatchObject({ sureness: 'likely' });
});
