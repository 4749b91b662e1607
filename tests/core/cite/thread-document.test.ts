import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatThreadMarkdown, formatThreadRis, type ThreadWords } from '../../../core/cite/thread-document.ts';
import type { Post } from '../../../core/model/post.ts';
import type { ThreadDetails } from '../../../core/protocol/library-page.ts';
import { post, report } from './publications.ts';

const words: ThreadWords = {
  title: 'Thread on “Procurement”',
  notes: ['In Ben Paxton’s feed (@drbenpaxton.bsky.social) on Bluesky.', 'The copy of the feed is from 11 Nov 2025.'],
  notesOn: ({ linkCard }) => (linkCard === null ? [] : [`Links to: ${linkCard.title}`]),
  showTime: (time) => time.replace('T', ', '),
};

const author = { did: 'did:plc:abc', handle: 'a.example', displayName: 'Ada\nLovelace' };
const uri = (key: string) => `at://did:plc:abc/app.bsky.feed.post/${key}`;

function detailsOf(posts: readonly Post[], more: Partial<ThreadDetails> = {}): ThreadDetails {
  return {
    thread: {
      id: 'thread',
      time: posts[0]?.time ?? '',
      posts: posts.map(({ id }) => id),
      start: 'shown',
      publication: null,
      lists: [],
    },
    posts,
    recommendations: [],
    publication: null,
    feed: {
      id: 'feed',
      origin: { kind: 'text-page' },
      handle: 'drbenpaxton.bsky.social',
      displayName: 'Ben Paxton',
      asOf: '2025-11-11',
    },
    ...more,
  };
}

const first = { ...post, id: 'one', text: 'A thread: *ten* points\n\nFirst #1', uri: uri('3a'), author };
const linkCard = { title: 'A [report]', description: '', siteName: null, titleIsCertain: true };
const second = { ...post, id: 'two', text: '2. Publish pipelines', time: '2025-09-25T12:20', linkCard };

test('a document has each post under its number and time, with its address where that is known', () => {
  expect(
    formatThreadMarkdown(detailsOf([first, second], { publication: report }), words),
  ).toBe(`# Thread on “Procurement”

In Ben Paxton’s feed (\\@drbenpaxton.bsky.social) on Bluesky.\\
The copy of the feed is from 11 Nov 2025.\\
<https://www.instituteforgovernment.org.uk/publication/procurement-government-missions-delivery>

## 1. 2025-09-25, 12:18

A thread: \\*ten\\* points

First \\#1

<https://bsky.app/profile/did:plc:abc/post/3a>

## 2. 2025-09-25, 12:20

2\\. Publish pipelines

Links to: A \\[report\\]
`);
});

test('a post keeps its number where one before it is not there', () => {
  const details = detailsOf([first, second]);
  const document = formatThreadMarkdown({ ...details, posts: [second] }, words);
  expect(document).toContain('## 2. ');
  expect(document).not.toContain('## 1. ');
});

test('a post without words, a thread of which nothing more is said', () => {
  const silent = { ...post, text: ' ' };
  expect(formatThreadMarkdown(detailsOf([silent]), { ...words, notes: [] })).toBe(
    '# Thread on “Procurement”\n\n## 1. 2025-09-25, 12:18\n',
  );
});

test('whatever posts say, a document has no headings but its own', () => {
  const units = fc.oneof(fc.constantFrom('\n# a', '\n\n## 3. b', 'a\n===', '\r#'), fc.string({ maxLength: 1 }));
  const texts = fc.array(units, { maxLength: 10 });
  fc.assert(
    fc.property(texts, (said) => {
      const document = formatThreadMarkdown(detailsOf([{ ...first, text: said.join('') }, second]), words);
      expect(document.match(/^[^\S\n]*#.*/gm)?.map((line) => line.slice(0, 5))).toEqual(['# Thr', '## 1.', '## 2.']);
      expect(document).not.toMatch(/^\s*(?:=+|-+)\s*$/m);
    }),
  );
});

test('a thread is one RIS record, by the author of its first post, with its day and that of retrieval', () => {
  expect(formatThreadRis(detailsOf([first, second]), words)).toBe(`TY  - ELEC
AU  - Ada Lovelace
TI  - Thread on “Procurement”
PY  - 2025
DA  - 2025/09/25
PB  - Bluesky
UR  - https://bsky.app/profile/did:plc:abc/post/3a
Y2  - 2025/11/11
N1  - In Ben Paxton’s feed (@drbenpaxton.bsky.social) on Bluesky.
N1  - The copy of the feed is from 11 Nov 2025.
ER  - 
`);
});

test('what is not known is left out of it', () => {
  const details = detailsOf([second]);
  const record = formatThreadRis({ ...details, feed: { ...details.feed, asOf: null } }, words);
  expect(record.match(/^[A-Z]\w/gm)).toEqual(['TY', 'TI', 'PY', 'DA', 'PB', 'N1', 'N1', 'ER']);
});

test('no part of it breaks out of its line', () => {
  const texts = fc
    .array(fc.constantFrom('a', '\n', '\r', '\u2028', '\u0085', '\v', 'ER  - '))
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(texts, texts, (title, displayName) => {
      const record = formatThreadRis(detailsOf([{ ...first, author: { ...author, displayName } }]), {
        ...words,
        title,
      });
      const lines = record.split(/[\n\r\u2028\u2029\u0085\v\f]/);
      expect(lines.pop()).toBe('');
      expect(lines.every((line) => /^[A-Z][A-Z0-9] {2}- /.test(line))).toBe(true);
      expect(lines.filter((line) => line.startsWith('ER'))).toHaveLength(1);
    }),
  );
});
