import type { PostId, PublicationId } from '../../../core/model/ids.ts';
import type { PostSubject, PublicationSubject, RecommendationSubject, Subject } from '../../../core/model/own.ts';
import {
  areOne,
  hasSameWords,
  keysOfPost,
  keysOfPublication,
  keysOfSubject,
  nearnessOf,
} from '../../../core/own/keys.ts';
import { subjectOfPost, subjectOfPublication, subjectOfRecommendation } from '../../../core/own/subjects.ts';
import type { ThreadDetails } from '../../../core/protocol/library-page.ts';
import type { HitKind, SearchHit } from '../../../core/protocol/search.ts';
import type { Content } from '../library/content.ts';

/** What a library is asked for what something was written about. */
export type AskedContent = Pick<
  Content,
  'describePost' | 'describeThread' | 'describePublication' | 'resolve' | 'search'
>;

/** What something was written about as the library has it now; null where it does not. */
export function findSubject(content: AskedContent, subject: Subject): Promise<Subject | null> {
  switch (subject.kind) {
    case 'post':
      return findPost(content, subject);
    case 'recommendation':
      return findRecommendation(content, subject);
    case 'publication':
      return findPublication(content, subject);
  }
}

async function findPost(content: AskedContent, subject: PostSubject): Promise<PostSubject | null> {
  for (const id of idsOf(subject)) {
    const found = await content.describePost({ id });
    if (found !== null) return subjectOfPost(found.post, found.publications[0] ?? null);
  }
  for (const hit of await searchFor(content, 'post', subject.words)) {
    if (hit.kind !== 'post' || !areOne(new Set(keysOfSubject(subject)), keysOfPost(hit.post))) continue;
    const found = await content.describePost({ id: hit.post.id });
    if (found !== null) return subjectOfPost(found.post, found.publications[0] ?? null);
  }
  return null;
}

/** What a post is named by: its address is its id, where that is known. */
function idsOf({ post, uri = null }: PostSubject | RecommendationSubject): readonly PostId[] {
  return uri === null ? [post] : [post, String(uri)];
}

/**
 * By its words before its place: where others were put before it, the place is another's. Of several lists of a thread
 * the one in its post; where that is gone, none is the one rather than another.
 */
async function findRecommendation(
  content: AskedContent,
  subject: RecommendationSubject,
): Promise<RecommendationSubject | null> {
  const near = (await readThreads(content, subject)).flatMap(presentIn);
  const numbered = near.filter(({ number }) => number === subject.number);
  const inPost = numbered.find(({ post }) => idsOf(subject).includes(post)) ?? null;
  const saysSame = ({ words }: RecommendationSubject) => hasSameWords(words, subject.words);
  if (inPost !== null && saysSame(inPost)) return inPost;
  const same = near.find(saysSame) ?? (await findAlike(content, subject));
  const [only = null, ...others] = numbered;
  return same ?? inPost ?? (others.length === 0 ? only : null);
}

/** The thread that held it, and the one that its post is in now. */
async function readThreads(content: AskedContent, subject: RecommendationSubject): Promise<readonly ThreadDetails[]> {
  const named = await content.describeThread({ id: subject.thread });
  if (named !== null) return [named];
  for (const id of idsOf(subject)) {
    const now = (await content.describePost({ id }))?.thread?.id;
    const found = now === undefined ? null : await content.describeThread({ id: now });
    if (found !== null) return [found];
  }
  return [];
}

function presentIn({ recommendations, publication }: ThreadDetails): readonly RecommendationSubject[] {
  return recommendations.map((each) => subjectOfRecommendation(each, publication));
}

async function findAlike(content: AskedContent, subject: RecommendationSubject): Promise<RecommendationSubject | null> {
  for (const hit of await searchFor(content, 'recommendation', subject.words)) {
    if (hit.kind !== 'recommendation' || !saysAlike(subjectOfRecommendation(hit.recommendation, null), subject))
      continue;
    const thread = await content.describeThread({ id: hit.recommendation.thread });
    const found = subjectOfRecommendation(hit.recommendation, thread?.publication ?? null);
    if (saysAlike(found, subject)) return found;
  }
  return null;
}

function saysAlike(found: RecommendationSubject, subject: RecommendationSubject): boolean {
  return nearnessOf(found, new Set(keysOfSubject(subject))) === 'itself';
}

async function findPublication(content: AskedContent, subject: PublicationSubject): Promise<PublicationSubject | null> {
  const { id, title, addresses } = subject.publication;
  const byId = await readPublication(content, id);
  if (byId !== null) return byId;
  const matches = await content.resolve(addresses.map((url) => ({ url })));
  for (const { sureness, publication } of matches) {
    const found = sureness === 'exact' ? await readPublication(content, publication) : null;
    if (found !== null) return found;
  }
  for (const hit of await searchFor(content, 'publication', title)) {
    if (hit.kind === 'publication' && areOne(new Set(keysOfSubject(subject)), keysOfPublication(hit.publication)))
      return subjectOfPublication(hit.publication);
  }
  return null;
}

async function readPublication(content: AskedContent, id: PublicationId | null): Promise<PublicationSubject | null> {
  const found = id === null ? null : await content.describePublication({ id });
  return found && subjectOfPublication(found.publication);
}

/** UTF-16 units of a text, whose longest words tell enough. */
const COMPARED = 100;
/** The longest words of a text, and hits among which what says the same is looked for. */
const MOST_WORDS = 6;
const MOST_HITS = 20;
/** A word that is the same in a copy that is garbled. */
const WHOLE_WORD = /(?<=^|\s)[a-z]{4,}(?=$|[\s.,;:?!])/gi;

/** What may say the same as a text, by the words that tell most of it. */
async function searchFor(content: AskedContent, kind: HitKind, text: string): Promise<readonly SearchHit[]> {
  const words = text.slice(0, COMPARED).match(WHOLE_WORD) ?? [];
  const longest = words.toSorted((one, other) => other.length - one.length).slice(0, MOST_WORDS);
  if (longest.length === 0) return [];
  const asked = { text: `kind:${kind} ${longest.join(' ')} `, order: 'relevance', start: 0, most: MOST_HITS } as const;
  return (await content.search({ ...asked, from: null, newSince: Number.MAX_SAFE_INTEGER }, [])).hits;
}
