import { readFileSync } from 'node:fs';
import type { Feed } from '../../core/model/feed.ts';
import type { Statement } from '../../core/passages/statements.ts';
import type { Content } from '../../entrypoints/background/library/content.ts';
import { memoryContent } from '../../entrypoints/background/library/memory-content.ts';
import { PAGES, type PassagePage, readPage } from '../bench/passage-pages.ts';
import { wrap } from '../core/address/wrapped.ts';
import { type Asked, carrying, feedAddresses, goldAddresses, SUBJECTS } from './asked.ts';
import { showCitations, showFeed } from './feed.ts';
import { showFound, showPassages } from './findings.ts';
import { showGloss, showMatch } from './glosses.ts';
import { namePost, namePublication } from './names.ts';
import { LINKS, QUESTIONS } from './questions.ts';
import { type Library, openLibrary, statementsIn, statementsOfGloss } from './say.ts';

/** What is said, by the name of the file that keeps it. Plain data, without ids. */
export type Golden = Readonly<Record<string, unknown>>;

const pages: readonly PassagePage[] = Object.values(PAGES).flatMap((names) => names.map(readPage));
const written = JSON.parse(readFileSync('tests/gold/passages/notes.json', 'utf8')).notes as readonly Statement[];

/** Everything that is said today from these feeds, and of the same links beside further ones, wherever they are kept. */
export async function makeGolden(
  feeds: readonly Feed[],
  further: readonly Feed[],
  keep: (feeds: readonly Feed[]) => Promise<Content> = async (kept) => memoryContent(kept),
): Promise<Golden> {
  const library = openLibrary(feeds, await keep(feeds));
  const many = [...feeds, ...further];
  const publications = feeds.flatMap((feed) => feed.publications);
  const asked = [...feeds.flatMap(feedAddresses), ...SUBJECTS, ...goldAddresses()];
  const golden = {
    feeds: feeds.map((feed) => showFeed(feed, library)),
    glosses: await showGlosses(asked, library),
    citations: Object.fromEntries(publications.map((each) => [namePublication(each), showCitations(each)])),
    passages: await showPages(library),
    lists: await showLists(asked, library),
    'look-ups': await showLookUps(library),
    links: await showLinks(asked, library),
    'links-among-many': await showLinks(asked, openLibrary(many, await keep(many))),
    carried: await showCarried(library),
  };
  return JSON.parse(JSON.stringify(golden));
}

async function showGlosses(asked: readonly Asked[], library: Library) {
  const said = await each(asked, async ({ url }) => [url, (await library.sayOf({ url })).gloss]);
  const related = Object.entries(said).filter(([, { match }]) => match.sureness === 'related');
  const sample = await library.sample();
  return {
    sample: sample && showGloss(sample, library),
    publications: await each(
      library.feeds.flatMap((feed) => feed.publications),
      async (publication) => {
        const gloss = await library.describe({ kind: 'publication', id: publication.id });
        return [namePublication(publication), gloss && showGloss(gloss, library)];
      },
    ),
    posts: await each(
      library.feeds.flatMap((feed) => feed.posts),
      async (post) => {
        const gloss = await library.describe({ kind: 'post', id: post.id });
        const about = gloss?.publication ?? null;
        return [namePost(post), about === null ? gloss && showGloss(gloss, library) : namePublication(about)];
      },
    ),
    related: Object.fromEntries(related.map(([url, gloss]) => [url, showGloss(gloss, library)])),
  };
}

async function showPages(library: Library) {
  const all = [...(await statementsIn(library)), ...written];
  return each(pages, async ({ name, title, heading, canonical, paragraphs }) => {
    const said = await library.sayOf({ url: canonical, canonical, title, heading });
    return [
      name,
      {
        page: showMatch(said),
        'of what is said about it': showPassages(paragraphs, statementsOfGloss(said.gloss), library),
        'of all that is said': showPassages(paragraphs, all, library),
      },
    ];
  });
}

async function showLists(asked: readonly Asked[], library: Library) {
  const marks = await library.listMarks(asked.map(({ url, title }) => ({ address: url, text: title ?? '' })));
  return {
    'known publications': showFound(await library.lookUp('', ''), library),
    'marked in a page': marks.map(({ publication, title, sureness, links }) => ({
      title,
      sureness,
      isClaimed: publication !== null,
      links: links.map(({ text, address, sureness: of, places }) => `${of}: ${text} ${address} (${places.length})`),
    })),
  };
}

async function showLookUps(library: Library) {
  const found = async (question: string, text: string) => showFound(await library.lookUp(question, text), library);
  return {
    ...(await each(QUESTIONS, async (question) => [question, await found(question, '')])),
    ...(await each(LINKS, async ([address, text]) => [`${address} “${text}”`, await found(address, text)])),
  };
}

async function showLinks(asked: readonly Asked[], library: Library) {
  return each(asked, async ({ url, title }) => {
    const alone = showMatch(await library.sayOf({ url }));
    if (title === null) return [url, { alone }];
    const withText = showMatch(await library.sayOf({ url, text: title }));
    const withTitle = showMatch(await library.sayOf({ url, title }));
    return [`${url} “${title}”`, { alone, 'with link text': withText, 'with page title': withTitle }];
  });
}

async function showCarried(library: Library) {
  const publications = library.feeds.flatMap((feed) => feed.publications);
  const [address = ''] = publications.flatMap(({ isIfg, addresses }) => (isIfg ? addresses : []));
  return each(Object.entries(carrying), async ([sort, rows]) => [
    sort,
    await each(rows, async (row) => [row, showMatch(await library.sayOf({ url: wrap(row, address) }))]),
  ]);
}

/** An entry for each item, in their order. */
async function each<Item, Shown>(items: readonly Item[], show: (item: Item) => Promise<readonly [string, Shown]>) {
  return Object.fromEntries(await Promise.all(items.map(show)));
}
