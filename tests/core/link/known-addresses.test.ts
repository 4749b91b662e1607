import { expect, test } from 'vitest';
import { knownAddressesOf } from '../../../core/link/known-addresses.ts';
import { linkFeed } from '../../../core/link/link-feed.ts';
import { at, entry } from './entries.ts';
import { network } from './network-feed.ts';

const feed = linkFeed(network, []);
const known = (...publications: readonly ReturnType<typeof entry>[]) =>
  knownAddressesOf({ ...feed, publications }).map(({ title, address }) => [title, address]);

test('an address is known for a title that one publication bears, and that has one', () => {
  const [one, other] = [at('/publication/a'), at('/publication/b')];
  const sure = ['Making tax policy', one];
  expect(known(entry({ title: 'Making tax policy', addresses: [one] }), entry())).toEqual([sure]);
  expect(known(entry({ addresses: [one] }), entry())).toEqual([]);
  expect(known(entry({ addresses: [one, other] }))).toEqual([]);
});
