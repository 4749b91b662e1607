import { expect, test } from 'vitest';
import type { AskedLink } from '../../../core/protocol/marks.ts';
import { createAnswers } from '../../../entrypoints/background/answers.ts';
import { memoryContent } from '../../../entrypoints/background/library/memory-content.ts';
import type { Library } from '../../../entrypoints/background/library/open.ts';
import { readSeeds } from '../../../scripts/bundled-index.ts';
import others from '../../gold/others.json' with { type: 'json' };
import pages from '../../gold/pages.json' with { type: 'json' };
import seedLinks from '../../gold/seed-links.json' with { type: 'json' };
import { createFakeBrowser, createFakeParts } from './fake-browser.ts';

const SITE = 'https://www.instituteforgovernment.org.uk';

test('a mark and its card make the same claim, on all pages with known answers', async () => {
  const feeds = await readSeeds();
  const library: Library = {
    storedIn: 'memory',
    because: 'refused',
    version: '',
    change: async () => {},
    ...memoryContent(feeds),
  };
  const answers = createAnswers(async () => library, createFakeParts(createFakeBrowser()));
  const gold = [...pages.pages, ...others.urls, ...seedLinks.links].flatMap(({ url, title }) => [
    { address: url, text: title ?? '' },
    { address: url, text: '' },
  ]);
  // Only what these say tells what they lead to.
  const named = (feeds[0]?.publications ?? []).map(({ title }, index) => ({
    address: `${SITE}/node/${index}`,
    text: title,
  }));
  const links = [...gold, ...named];
  const ask = (asked: readonly AskedLink[]) => answers.resolveLinks({ links: asked, kind: 'link', isFirst: false }, {});
  const cards = await Promise.all(links.map((link) => answers.describeLink({ ...link, isFirst: false }, {})));
  const claims = cards.map(({ match: { sureness, publication } }) => ({ sureness, publication }));
  const marks = async (asked: readonly AskedLink[]) =>
    (await ask(asked)).map(({ sureness, publication }) => ({ sureness, publication }));
  expect(await marks(links)).toEqual(claims);
  expect(await marks(links.map(({ address }) => ({ address, text: '' })))).not.toEqual(claims);
});
