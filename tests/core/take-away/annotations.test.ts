import jsonld from 'jsonld';
import type { RemoteDocument } from 'jsonld/jsonld-spec';
import { expect, test } from 'vitest';
import type { FollowUp } from '../../../core/model/own.ts';
import { formatAnnotations } from '../../../core/take-away/annotations.ts';
import type { Item } from '../../../core/take-away/items.ts';
import { ANNOTATION_CONTEXT } from './annotation-context.ts';
import { evidence, followUp, items, noteOnPost, noteOnPublication, post, publication, taken } from './samples.ts';

const OA = 'http://www.w3.org/ns/oa#';
const AS = 'http://www.w3.org/ns/activitystreams#';

type Node = Readonly<Record<string, readonly Record<string, unknown>[]>>;

async function load(url: string): Promise<RemoteDocument> {
  if (url !== 'http://www.w3.org/ns/anno.jsonld') throw new Error(`${url} is not to be asked.`);
  return { document: ANNOTATION_CONTEXT as unknown as RemoteDocument['document'], documentUrl: url };
}

/** The annotations as a JSON-LD processor reads them, which drops terms and addresses that mean nothing. */
async function readAnnotations(taken: readonly Item[]): Promise<Node[]> {
  const written = formatAnnotations({ title: 'Notes', day: '2026-11-29', items: taken, sources: [] });
  // Its types do not know that what would be dropped can be made a fault.
  const options = { documentLoader: load, safe: true };
  const read: unknown = await jsonld.expand(JSON.parse(written), options);
  const [collection] = read as Node[];
  const [page] = collection?.[`${AS}first`] ?? [];
  const [list] = (page as unknown as Node)[`${AS}items`] ?? [];
  return list?.['@list'] as Node[];
}

function readQuote(node: unknown): Readonly<Record<string, unknown>> {
  const [selector] = ((node as Node)[`${OA}hasSelector`] ?? []) as unknown as Node[];
  const read = (name: string) => selector?.[`${OA}${name}`]?.[0]?.['@value'];
  return { type: selector?.['@type'], exact: read('exact'), prefix: read('prefix'), suffix: read('suffix') };
}

test('a note is a comment on what it is about, with the words that it is about', async () => {
  const [annotation] = await readAnnotations([items.noteOnPost]);
  const [target] = annotation?.[`${OA}hasTarget`] ?? [];
  expect(annotation?.['@type']).toEqual([`${OA}Annotation`]);
  expect(annotation?.[`${OA}motivatedBy`]).toEqual([{ '@id': `${OA}commenting` }]);
  expect(target?.[`${OA}hasSource`]).toEqual([{ '@id': 'https://bsky.app/profile/did:plc:noted/post/3knoted' }]);
  expect(readQuote(target)).toEqual({
    type: [`${OA}TextQuoteSelector`],
    exact: 'Words of the post that is noted',
    prefix: '',
    suffix: '',
  });
  const bodies = annotation?.[`${OA}hasBody`] as unknown as Node[];
  expect(bodies.map((body) => body['http://www.w3.org/1999/02/22-rdf-syntax-ns#value'])).toEqual(
    noteOnPost.texts.map((text) => [{ '@value': text }]),
  );
  expect(annotation?.['http://purl.org/dc/terms/created']).toEqual([
    { '@value': '2025-10-02T03:04:05.006Z', '@type': 'http://www.w3.org/2001/XMLSchema#dateTime' },
  ]);
});

test('a note on a publication has its address and no quotation', async () => {
  const [annotation] = await readAnnotations([items.noteOnPublication]);
  const [target] = annotation?.[`${OA}hasTarget`] ?? [];
  expect(target?.[`${OA}hasSource`]).toEqual([{ '@id': 'https://ifg.example/noted' }]);
  expect(target).not.toHaveProperty([`${OA}hasSelector`]);
  expect(annotation?.['urn:x-ifg-gloss:record']).toEqual([{ '@type': '@json', '@value': noteOnPublication }]);
});

test('a follow-up and its evidence assess: the evidence quotes its own page and links to the recommendation', async () => {
  const [assessed, shown] = await readAnnotations([items.followUp]);
  for (const each of [assessed, shown]) expect(each?.[`${OA}motivatedBy`]).toEqual([{ '@id': `${OA}assessing` }]);
  expect(assessed?.['urn:x-ifg-gloss:record']).toEqual([{ '@type': '@json', '@value': followUp }]);
  const [target] = shown?.[`${OA}hasTarget`] ?? [];
  expect(target?.[`${OA}hasSource`]).toEqual([{ '@id': evidence.address }]);
  expect(readQuote(target).exact).toBe(evidence.quotation);
  const [recommendation] = shown?.[`${OA}hasBody`] ?? [];
  expect(readQuote(recommendation).exact).toBe(followUp.subject.words);
  expect(recommendation?.[`${OA}hasSource`]).toEqual([
    { '@id': 'https://bsky.app/profile/did:plc:subject/post/subject' },
  ]);
});

test.each([
  [
    'by its id',
    { post: 'at://did:plc:subject/app.bsky.feed.post/3kid' },
    'https://bsky.app/profile/did:plc:subject/post/3kid',
  ],
  ['by what it was named since', { post: 'post:a' }, 'https://bsky.app/profile/did:plc:subject/post/subject'],
] as const)('a recommendation is quoted where its post is: %s', async (_, known, source) => {
  const subject = { ...followUp.subject, ...known, ...(known.post === 'post:a' ? {} : { uri: undefined }) };
  const [assessed] = await readAnnotations([{ kind: 'follow-up', followUp: { ...followUp, subject } as FollowUp }]);
  const [target] = assessed?.[`${OA}hasTarget`] ?? [];
  expect(target?.[`${OA}hasSource`]).toEqual([{ '@id': source }]);
  expect(readQuote(target).exact).toBe(subject.words);
});

test('a page that does not have the words is not said to have them', async () => {
  const { uri: _, ...subject } = followUp.subject;
  const [assessed] = await readAnnotations([{ kind: 'follow-up', followUp: { ...followUp, subject } }]);
  const [target] = assessed?.[`${OA}hasTarget`] ?? [];
  expect(target?.[`${OA}hasSource`]).toEqual([{ '@id': 'https://ifg.example/named' }]);
  expect(target).not.toHaveProperty([`${OA}hasSelector`]);
});

test('where the post is taken away too, a recommendation is found there by what stands around it', async () => {
  const text = `Before it. ${followUp.subject.words}; behind it.`;
  const held: Item = { ...items.post, post: { ...post, id: followUp.subject.post, text } };
  const [annotation] = await readAnnotations([items.followUp, held]);
  const [target] = annotation?.[`${OA}hasTarget`] ?? [];
  expect(target?.[`${OA}hasSource`]).toEqual([{ '@id': 'https://bsky.app/profile/did:plc:abc/post/3kabc' }]);
  expect(readQuote(target)).toMatchObject({ prefix: 'Before it. ', suffix: '; behind it.' });
});

test.each(['javascript:alert(1)', 'page 7 of the print', 'https://a.example/<b>', ''])(
  'an address that is none is no source: %j',
  async (address) => {
    const changed = { ...followUp, evidence: [{ ...evidence, address }] };
    const [, shown] = await readAnnotations([{ kind: 'follow-up', followUp: changed }]);
    expect(shown?.[`${OA}hasTarget`]?.[0]?.[`${OA}hasSource`]).toEqual([
      { '@id': 'urn:x-ifg-gloss:follow-up:one/evidence-one/source' },
    ]);
    expect(JSON.stringify(shown?.['urn:x-ifg-gloss:record'])).toContain(JSON.stringify(address));
  },
);

test('only what the reader wrote is an annotation, and the collection counts it', () => {
  const { total, first } = JSON.parse(formatAnnotations(taken));
  expect(total).toBe(5);
  expect(first.items).toHaveLength(5);
  expect(new Set(first.items.map(({ id }: { id: string }) => id)).size).toBe(5);
  expect(JSON.stringify(first)).not.toContain(publication.id);
});
