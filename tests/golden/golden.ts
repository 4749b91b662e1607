import { readFileSync } from 'node:fs';
import type { Feed } from '../../core/model.ts';
import type { Note } from '../../core/passages/notes.ts';
import { PAGES, type PassagePage, readPage } from '../bench/passage-pages.ts';
import { wrap } from '../core/address/wrapped.ts';
import { type Asked, carrying, feedAddresses, goldAddresses } from './asked.ts';
import { showCitations, showFeed } from './feed.ts';
import { showFound, showPassages } from './findings.ts';
import { showGloss, showMatch } from './glosses.ts';
import { namePost, namePublication } from './names.ts';
import { LINKS, QUESTIONS } from './questions.ts';
import { type Library, notesIn, notesOfGloss, openLibrary } from './say.ts';

/** What is said, by the name of the file that keeps it. Plain data, without ids. */
export type Golden = Readonly<Record<string, unknown>>;

const pages: readonly PassagePage[] = Object.values(PAGES).flatMap((names) => names.map(readPage));
const written = JSON.parse(readFileSync('tests/gold/passages/notes.json', 'utf8')).notes as readonly Note[];

/** Everything that is said today from these feeds, and of the same links beside further ones. */
export function makeGolden(feeds: readonly Feed[], further: readonly Feed[]): Golden {
  const library = openLibrary(feeds);
  const asked = [...feeds.flatMap(feedAddresses), ...goldAddresses()];
  return JSON.parse(
    JSON.stringify({
      feeds: feeds.map((feed) => showFeed(feed, library)),
      links: showLinks(asked, library),
      'links-among-many': showLinks(asked, openLibrary([...feeds, ...further])),
      carried: showCarried(library),
      glosses: showGlosses(asked, library),
      'look-ups': Object.fromEntries([
        ...QUESTIONS.map((question) => [question, showFound(library.lookUp(question, ''), library)]),
        ...LINKS.map(([address, text]) => [`${address} “${text}”`, showFound(library.lookUp(address, text), library)]),
      ]),
      passages: showPages(library),
      citations: Object.fromEntries(
        publicationsOf(library).map((each) => [namePublication(each), showCitations(each)]),
      ),
      lists: showLists(asked, library),
    }),
  );
}

function publicationsOf({ feeds }: Library) {
  return feeds.flatMap((feed) => feed.publications);
}

function showLinks(asked: readonly Asked[], library: Library) {
  return Object.fromEntries(
    asked.map(({ url, title }) => {
      const alone = showMatch(library.sayOf({ url }));
      if (title === null) return [url, { alone }];
      const withText = showMatch(library.sayOf({ url, text: title }));
      const withTitle = showMatch(library.sayOf({ url, title }));
      return [`${url} “${title}”`, { alone, 'with link text': withText, 'with page title': withTitle }];
    }),
  );
}

function showCarried(library: Library) {
  const [address = ''] = publicationsOf(library).flatMap((each) => (each.isIfg ? each.addresses : []));
  return Object.fromEntries(
    Object.entries(carrying).map(([sort, rows]) => [
      sort,
      Object.fromEntries(rows.map((row) => [row, showMatch(library.sayOf({ url: wrap(row, address) }))])),
    ]),
  );
}

function showGlosses(asked: readonly Asked[], library: Library) {
  const said = asked.map(({ url }) => ({ url, ...library.sayOf({ url }) }));
  const show = (gloss: ReturnType<Library['describe']>) => gloss && showGloss(gloss, library);
  return {
    sample: show(library.sample()),
    publications: Object.fromEntries(
      publicationsOf(library).map((each) => [
        namePublication(each),
        show(library.describe({ kind: 'publication', id: each.id })),
      ]),
    ),
    related: Object.fromEntries(
      said
        .filter(({ gloss }) => gloss.match.sureness === 'related')
        .map(({ url, gloss }) => [url, showGloss(gloss, library)]),
    ),
    posts: Object.fromEntries(
      library.feeds
        .flatMap((feed) => feed.posts)
        .map((post) => {
          const gloss = library.describe({ kind: 'post', id: post.id });
          return [namePost(post), gloss?.publication ? namePublication(gloss.publication) : show(gloss)];
        }),
    ),
  };
}

function showPages(library: Library) {
  const all = [...notesIn(library), ...written];
  return Object.fromEntries(
    pages.map(({ name, title, heading, canonical, paragraphs }) => {
      const said = library.sayOf({ url: canonical, canonical, title, heading });
      return [
        name,
        {
          page: showMatch(said),
          'of what is said about it': showPassages(paragraphs, notesOfGloss(said.gloss), library),
          'of all that is said': showPassages(paragraphs, all, library),
        },
      ];
    }),
  );
}

function showLists(asked: readonly Asked[], library: Library) {
  const marks = library.listMarks(asked.map(({ url, title }) => ({ address: url, text: title ?? '' })));
  return {
    'known publications': showFound(library.lookUp('', ''), library),
    'marked in a page': marks.map(({ publication, title, sureness, links }) => ({
      title,
      sureness,
      isClaimed: publication !== null,
      links: links.map(({ text, address, sureness: of, places }) => `${of}: ${text} ${address} (${places.length})`),
    })),
  };
}
