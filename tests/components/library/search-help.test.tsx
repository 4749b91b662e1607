// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { SearchHelp } from '../../../components/library/search-help.tsx';
import type { Handle, PublicationId } from '../../../core/model/ids.ts';
import { readQuery } from '../../../core/search/query.ts';
import { findFaults } from '../find-faults.ts';
import { clear, showInEnglish } from '../in-english.tsx';

type Counts = Parameters<typeof SearchHelp>[0]['counts'];

const THERE: Counts = {
  accounts: [{ handle: 'first.example' as Handle, displayName: '', hits: 9 }],
  publications: [{ id: 'p' as PublicationId, title: 'A "good" report: part 2', hits: 3 }],
  // The newest first.
  months: [
    { month: '2024-02', hits: 1 },
    { month: '2023-12', hits: 4 },
  ],
};

afterEach(clear);

async function show(counts: Counts) {
  const root = await showInEnglish(<SearchHelp counts={counts} hrefOf={(text) => `?q=${encodeURIComponent(text)}`} />);
  const links = [...root.querySelectorAll('a')].map((link) =>
    new URL(link.href, 'https://a.example').searchParams.get('q'),
  );
  return { root, links };
}

test('examples are made of what is there, as it is written in the box', async () => {
  const { root, links } = await show(THERE);
  expect(links).toHaveLength(12);
  const asked = links.map((text) => readQuery(text ?? ''));
  expect(asked.flatMap(({ faults }) => faults)).toEqual([]);
  expect(asked.flatMap(({ filters }) => filters.accounts)).toEqual(['first.example']);
  expect(asked.flatMap(({ filters }) => filters.publications)).toEqual(['A good report: part 2']);
  expect(links).toContain('from:2024-02-01 to:2024-02-29');
  expect(await findFaults(root)).toEqual([]);
});

test.each([
  ['where nothing is there', { accounts: [], publications: [], months: [] }],
  ['before anything is known', undefined],
])('what no example can be made of is shown, and leads nowhere: %s', async (_, counts) => {
  const { root, links } = await show(counts);
  expect(links).toHaveLength(9);
  expect(root.textContent).toContain('account:example.bsky.social');
});
