import type { FollowUp, Note, OwnRecord, RecommendationSubject } from '../model/own.ts';
import { hasSameWords, keysOfSubject, nearnessOf } from '../own/keys.ts';
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
  const found = matchFollowUps(all, followUps);
  const isNoted = createIsNoted(all, records.filter(isNoteOnOne));
  const taken = new Set(found.values());
  return [
    ...all.map((each): RecommendationLine => {
      const followUp = found.get(each) ?? null;
      return { ...each, followUp, state: stateOf(each, followUp), isNoted: isNoted(each) };
    }),
    ...followUps
      .filter((followUp) => !taken.has(followUp))
      .map((followUp): RecommendationLine => {
        const { subject } = followUp;
        return { subject, followUp, state: 'gone', isNoted: isNoted({ subject }), address: null, day: null };
      }),
  ];
}

/** A recommendation, and whatever else is known of it. */
interface Placed {
  readonly subject: RecommendationSubject;
}

/** First those whose words still stand somewhere, so that none takes the place of one that has moved there. */
export function matchFollowUps<Listed extends Placed>(
  listed: readonly Listed[],
  followUps: readonly FollowUp[],
): ReadonlyMap<Listed, FollowUp> {
  const byKey = groupByKeys(listed);
  const isOnly = createIsOnly(listed);
  const found = new Map<Listed, FollowUp>();
  const take = (isFit: (one: Listed, followUp: FollowUp) => boolean) => {
    const taken = new Set(found.values());
    for (const followUp of followUps.filter((each) => !taken.has(each))) {
      const candidates = keysOfSubject(followUp.subject).flatMap((key) => byKey.get(key) ?? []);
      const free = candidates.find((each) => !found.has(each) && isFit(each, followUp));
      if (free !== undefined) found.set(free, followUp);
    }
  };
  take((one, { subject }) => isSameText(one, subject) && placeOf(one.subject) === placeOf(subject));
  take((one, { subject }) => isSameText(one, subject));
  take((one, { subject }) => !isOfThread(one, subject));
  take(isOnly);
  return found;
}

/** Whether only its number and its thread speak for it. */
function isOfThread({ subject }: Placed, written: RecommendationSubject): boolean {
  return nearnessOf(written, new Set(keysOfSubject(subject))) === 'thread';
}

/** Whether no other list of its thread has its number. */
function createIsOnly(listed: readonly Placed[]): (one: Placed) => boolean {
  const nameOf = ({ subject: { thread, number } }: Placed) => `${number} ${thread}`;
  const places = Map.groupBy(listed, nameOf);
  return (one) => new Set(places.get(nameOf(one))?.map(({ subject }) => subject.post)).size === 1;
}

function createIsNoted(listed: readonly Placed[], notes: readonly NoteOnOne[]): (one: Placed) => boolean {
  const byKey = groupByKeys(notes);
  const isOnly = createIsOnly(listed);
  return (one) =>
    keysOfSubject(one.subject).some((key) =>
      byKey.get(key)?.some(({ subject }) => !isOfThread(one, subject) || isOnly(one)),
    );
}

function groupByKeys<Item extends Placed>(items: readonly Item[]): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const each of items)
    for (const key of keysOfSubject(each.subject)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [each]);
      else group.push(each);
    }
  return groups;
}

function stateOf({ subject }: ListedRecommendation, followUp: FollowUp | null): RecommendationLine['state'] {
  return followUp === null || hasSameWords(subject.words, followUp.subject.words) ? 'present' : 'changed';
}

function isSameText({ subject }: Placed, { words }: RecommendationSubject): boolean {
  return hasSameWords(subject.words, words);
}

type NoteOnOne = Note & Placed;

function isNoteOnOne(record: OwnRecord): record is NoteOnOne {
  return record.kind === 'note' && record.subject.kind === 'recommendation';
}

function placeOf({ post, number }: RecommendationSubject): string {
  return `${post} ${number}`;
}
