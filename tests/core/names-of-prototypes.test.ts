import { expect, test } from 'vitest';
import { readCitation } from '../../core/cite/citation.ts';
import { formatRis } from '../../core/cite/ris.ts';
import { contentOfFeeds } from '../../core/gloss/content-of-feeds.ts';
import { glossFor } from '../../core/gloss/gloss-for.ts';
import { findPassages } from '../../core/passages/find-passages.ts';
import { statementsOf } from '../../core/passages/statements.ts';
import { createResolver } from '../../core/recognise/resolve.ts';
import { createLookUp } from '../../core/search/look-up.ts';
import { createReadTerms } from '../../core/text/terms.ts';
import { makePage, readPage } from './sources/text-page/made-page.ts';

const SITE = 'www.instituteforgovernment.org.uk';
const NAMES = [
  ...new Set([Object, Function, Array, Map, String].flatMap(({ prototype }) => Object.getOwnPropertyNames(prototype))),
];

test.each(NAMES)('“%s” is a word like any other', async (name) => {
  const feed = readPage(
    makePage(
      [
        {
          text: `Our recommendations are in ${SITE}/${name}/x`,
          card: `${name} in pensions | Institute for Government ${name}`,
        },
        { text: `1. ${name} and 5 ${name} of ${name}.example/${name}, @${name}.example` },
        { text: `The first group of recommendations is on ${name}` },
      ],
      name,
    ),
  );
  expect(feed.publications[0]).toMatchObject({ kind: 'page', section: name.toLowerCase() });
  expect(structuredClone(feed)).toEqual(feed);
  const resolver = createResolver([feed]);
  const match = resolver.resolve({ url: `https://${SITE}/${name}/x`, text: name });
  const gloss = glossFor(contentOfFeeds([feed]), match);
  expect(gloss.publication).not.toBeNull();
  const citation = readCitation(feed.publications[0] ?? expect.unreachable());
  expect(citation && formatRis(citation, '')).toMatch(/^TY {2}- ELEC\n/);
  expect(createReadTerms()(name).map(({ stem }) => typeof stem)).toSatisfy((types: string[]) =>
    types.every((type) => type === 'string'),
  );
  const answers = [
    match,
    gloss,
    await createLookUp(contentOfFeeds([feed]), resolver).answer({ asked: name, linkText: name }),
    findPassages([`${name} of pensions`], statementsOf(gloss)),
    ...['', 'a/', 'publication/'].map((path) =>
      resolver.resolve({ url: `https://${SITE}/${path}${name}?${name}=${name}` }),
    ),
    resolver.resolve({ url: `https://${name}.example/${name}?${name}=https://${SITE}/${name}` }),
  ];
  expect(structuredClone(answers)).toEqual(answers);
});
