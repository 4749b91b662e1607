import type { FollowUp, Note, OwnRecord, RecommendationSubject } from '../model/own.ts';
import { groupByStems, stemsOfSubject } from '../own/by-stems.ts';
import { hasSameWords, keysOfSubject, type Nearness, nearnessOf } from '../own/keys.ts';
import { remembered } from '../remembered.ts';
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
  const byStem = groupByStems(listed);
  const isOnly = createIsOnly(listed);
  const found = new Map<Listed, FollowUp>();
  const take = (isFit: (one: Listed, followUp: FollowUp) => boolean) => {
    const taken = new Set(found.values());
    for (const followUp of followUps.filter((each) => !taken.has(each))) {
      const candidates = stemsOfSubject(followUp.subject).flatMap((stem) => byStem.get(stem) ?? []);
      const isOf = (each: Listed) => nearnessTo(each, followUp.subject) !== 'none' && isFit(each, followUp);
      const free = candidates.find((each) => !found.has(each) && isOf(each));
      if (free !== undefined) found.set(free, followUp);
    }
  };
  take((one, { subject }) => isSameText(one, subject) && placeOf(one.subject) === placeOf(subject));
  take((one, { subject }) => isSameText(one, subject));
  take((one, { subject }) => nearnessTo(one, subject) !== 'thread');
  take(isOnly);
  return found;
}

const keySetOf = remembered((subject: RecommendationSubject) => new Set(keysOfSubject(subject)));

function nearnessTo({ subject }: Placed, written: RecommendationSubject): Nearness {
  return nearnessOf(written, keySetOf(subject));
}

/** Whether no other list of its thread has its number. */
function createIsOnly(listed: readonly Placed[]): (one: Placed) => boolean {
  const nameOf = ({ subject: { thread, number } }: Placed) => `${number} ${thread}`;
  const places = Map.groupBy(listed, nameOf);
  return (one) => new Set(places.get(nameOf(one))?.map(({ subject }) => subject.post)).size === 1;
}

function createIsNoted(listed: readonly Placed[], notes: readonly NoteOnOne[]): (one: Placed) => boolean {
  const byStem = groupByStems(notes);
  const isOnly = createIsOnly(listed);
  const isOn = (one: Placed, { subject }: NoteOnOne) => {
    const nearness = nearnessTo(one, subject);
    return nearness === 'thread' ? isOnly(one) : nearness !== 'none';
  };
  return (one) => stemsOfSubject(one.subject).some((stem) => byStem.get(stem)?.some((note) => isOn(one, note)));
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
