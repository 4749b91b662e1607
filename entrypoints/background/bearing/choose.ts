import { joinLines } from '../../../core/follow-up/join.ts';
import type { RecommendationLine } from '../../../core/follow-up/line.ts';
import type { ListedRecommendation } from '../../../core/follow-up/listed.ts';
import type { OwnRecord, RecommendationSubject } from '../../../core/model/own.ts';
import type { BearingScope } from '../../../core/protocol/bearing.ts';
import type { Content } from '../library/content.ts';

export interface Chosen {
  /** `all` also where nothing is followed up. */
  readonly scope: BearingScope;
  /** Whether it is that because nothing is. */
  readonly followsNone: boolean;
  readonly subjects: readonly RecommendationSubject[];
}

type Listing = Pick<Content, 'listRecommendations'>;

/** The recommendations that are looked for, each once, in the library's order. */
export async function chooseRecommendations(
  content: Listing,
  own: readonly OwnRecord[],
  wanted: BearingScope,
): Promise<Chosen> {
  const { lines, isFollowed } = await readLines(content, own);
  const followsNone = wanted === 'followed' && !lines.some(isFollowed);
  const scope = followsNone ? 'all' : wanted;
  const chosen = scope === 'all' ? lines : lines.filter(isFollowed);
  return { scope, followsNone, subjects: eachOnce(chosen.map(({ subject }) => subject)) };
}

/** All of them, those first whose publication is followed up. */
export async function listChoices(
  content: Listing,
  own: readonly OwnRecord[],
): Promise<readonly RecommendationSubject[]> {
  const { lines, isFollowed } = await readLines(content, own);
  const sorted = lines.toSorted((one, other) => Number(isFollowed(other)) - Number(isFollowed(one)));
  return eachOnce(sorted.map(({ subject }) => subject));
}

async function readLines(content: Listing, own: readonly OwnRecord[]) {
  const lines = joinLines(await listAll(content), own);
  const followed = new Set(lines.flatMap((line) => (line.followUp === null ? [] : publicationOf(line))));
  return { lines, isFollowed: (line: RecommendationLine) => followed.has(publicationOf(line)) };
}

async function listAll(content: Listing): Promise<readonly ListedRecommendation[]> {
  const all: ListedRecommendation[] = [];
  for (;;) {
    const { items, total } = await content.listRecommendations({ start: all.length });
    all.push(...items);
    if (items.length === 0 || all.length >= total) return all;
  }
}

/** What is about no publication stands together by its thread. */
function publicationOf({ subject }: RecommendationLine): string {
  return subject.publication?.id ?? subject.thread;
}

/** Several feeds may have the same words. */
function eachOnce(subjects: readonly RecommendationSubject[]): readonly RecommendationSubject[] {
  const byWords = Map.groupBy(subjects, ({ words, publication }) => `${publication?.title ?? ''}\n${words}`);
  return [...byWords.values()].flatMap(([first]) => first ?? []);
}
