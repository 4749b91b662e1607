import type { FollowUp, OwnRecord, RecommendationSubject } from '../model/own.ts';
import { hasSameWords, keysOfRecommendation, keysOfSubject } from '../own/keys.ts';
import type { RecommendationLine } from './line.ts';
import type { ListedRecommendation } from './listed.ts';

/**
 * All recommendations in the library's order, each once and with the reader's own; then what was written about those that
 * are gone. A follow-up goes where its words stand, and else to the place that they had.
 */
export function joinLines(
  listed: readonly ListedRecommendation[],
  records: readonly OwnRecord[],
): readonly RecommendationLine[] {
  const all = [...Map.groupBy(listed, ({ subject }) => placeOf(subject)).values()].flatMap(([first]) => first ?? []);
  const followUps = records.filter((record) => record.kind === 'follow-up');
  const found = matchAll(all, followUps);
  const noted = new Set(records.flatMap((record) => (isNoteOnOne(record) ? keysOfSubject(record.subject) : [])));
  const taken = new Set(found.values());
  return [
    ...all.map((each): RecommendationLine => {
      const followUp = found.get(each) ?? null;
      return { ...each, followUp, state: stateOf(each, followUp), isNoted: isAnyIn(noted, keysOf(each)) };
    }),
    ...followUps
      .filter((followUp) => !taken.has(followUp))
      .map((followUp): RecommendationLine => {
        const { subject } = followUp;
        const isNoted = isAnyIn(noted, keysOfSubject(subject));
        return { subject, followUp, state: 'gone', isNoted, address: null, day: null };
      }),
  ];
}

/** First those whose words still stand somewhere, so that none takes the place of one that has moved there. */
function matchAll(
  listed: readonly ListedRecommendation[],
  followUps: readonly FollowUp[],
): ReadonlyMap<ListedRecommendation, FollowUp> {
  const byKey = groupByKeys(listed);
  const found = new Map<ListedRecommendation, FollowUp>();
  const take = (isFit: (one: ListedRecommendation, followUp: FollowUp) => boolean) => {
    const taken = new Set(found.values());
    for (const followUp of followUps.filter((each) => !taken.has(each))) {
      const candidates = keysOfSubject(followUp.subject).flatMap((key) => byKey.get(key) ?? []);
      const free = candidates.find((each) => !found.has(each) && isFit(each, followUp));
      if (free !== undefined) found.set(free, followUp);
    }
  };
  take((one, { subject }) => isSameText(one, subject) && placeOf(one.subject) === placeOf(subject));
  take((one, { subject }) => isSameText(one, subject));
  take(() => true);
  return found;
}

function groupByKeys(listed: readonly ListedRecommendation[]): ReadonlyMap<string, readonly ListedRecommendation[]> {
  const groups = new Map<string, ListedRecommendation[]>();
  for (const each of listed)
    for (const key of keysOf(each)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [each]);
      else group.push(each);
    }
  return groups;
}

function stateOf({ subject }: ListedRecommendation, followUp: FollowUp | null): RecommendationLine['state'] {
  return followUp === null || hasSameWords(subject.words, followUp.subject.words) ? 'present' : 'changed';
}

function isSameText({ subject }: ListedRecommendation, { words }: RecommendationSubject): boolean {
  return hasSameWords(subject.words, words);
}

function isNoteOnOne(record: OwnRecord): record is Extract<OwnRecord, { kind: 'note' }> {
  return record.kind === 'note' && record.subject.kind === 'recommendation';
}

function keysOf({ subject }: ListedRecommendation): readonly string[] {
  return keysOfRecommendation({ ...subject, text: subject.words });
}

function isAnyIn(all: ReadonlySet<string>, keys: readonly string[]): boolean {
  return keys.some((key) => all.has(key));
}

function placeOf({ post, number }: RecommendationSubject): string {
  return `${post} ${number}`;
}
