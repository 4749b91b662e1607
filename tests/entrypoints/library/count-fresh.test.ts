import { expect, test } from 'vitest';
import type { LibraryPageRequests } from '../../../core/protocol/library-page.ts';
import type { Ask } from '../../../core/protocol/wire.ts';
import { countFresh } from '../../../entrypoints/library/search/count-fresh.ts';

const saved = (id: string) => ({ id, name: id, text: id, order: 'day', seenAt: 5 }) as const;

test('what is found for other words than a search has is not new to it', async () => {
  const insteads = { 'hydrogen levy': { kind: 'some' }, procurment: { kind: 'spelling', text: 'procurement' } };
  const ask = (async (_: string, { text }: { readonly text: keyof typeof insteads }) => ({
    counts: { new: 4 },
    instead: insteads[text] ?? null,
  })) as unknown as Ask<LibraryPageRequests>;
  expect(await countFresh(ask, ['levy', 'hydrogen levy', 'procurment'].map(saved))).toEqual(
    new Map([
      ['levy', 4],
      ['hydrogen levy', 0],
      ['procurment', 0],
    ]),
  );
});
