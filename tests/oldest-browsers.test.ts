import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { OLDEST } from '../scripts/browsers/oldest.ts';

test.each([
  ['Chrome', OLDEST.chrome],
  ['Firefox', OLDEST.firefox],
])('README says which %s is needed', async (name, version) => {
  expect(await readFile('README.md', 'utf8')).toContain(`- **${name}** (${version} or newer)`);
});
