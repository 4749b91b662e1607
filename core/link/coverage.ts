import type { PostTime, PublicationId } from '../model/ids.ts';
import type { Post } from '../model/post.ts';
import type { Publication } from '../model/publication.ts';
import { onFirstUse } from '../on-first-use.ts';
import { minutesOf } from '../text/minutes.ts';
import { isTelling } from '../text/telling-words.ts';
import { familiesOf } from '../text/word-families.ts';
import { stemsOf } from '../text/words.ts';
import { namesReportOfOthers, withOurNames } from './of-others.ts';

const IFG = String.raw`(?:\bIfG|\bInstitute for Government|@instituteforgov[\w.]*)(?:['’]s)?`;
const PUBLICATION = String.raw`\b(?:[Rr]eport|[Pp]aper|[Rr]esearch|[Aa]nalysis|[Ss]tudy|[Ff]indings)\b`;
/** "IfG report", "a paper by the Institute for Government"; and behind it what that is said to be on. */
const saysSoPattern = onFirstUse(
  () =>
    new RegExp(
      String.raw`(?:${IFG}\s+(?:[\w-]+\s+){0,3}${PUBLICATION}|${PUBLICATION}\s+(?:by|from|of)\s+(?:the\s+|our\s+)?${IFG})(?:\s+(?:on|into|about)\s+(?!(?:this|that|it)\b)([^.,;:!?\n]{3,100}))?`,
    ),
);
/** Before it in its sentence: the page does something else with a report than to report on it, or has nothing to do with one. */
const OTHERWISE =
  /\b(?:not|no|never|none|nobody|nor|who\s+needs|unlike|than|rather|instead|beside|alongside|disagree\w*|contrast|compar\w+|critici\w+|cit(?:es?|ed|ing)|mentions?|mentioned|reminds?|like|(?:builds?|building|drawn|draws?|drawing|based|relies)\s+(?:up)?on|contribut\w+\s+to|join\w*|ahead\s+of|before|since|send|submit\w*)\b|n['’]t\b|\b(?:see\s+also|pairs?|echo(?:es|ed)?|ignor\w+|respon[ds]\w*|reply|replies|evidence|hiring|vacanc\w*|alternative|petition\w*|tickets?|rival|dataset|hat\s+tip)\b/i;
/** Anywhere: a report of another time, or one that is only touched. */
const OTHER_TIME =
  /\b(?:tomorrow['’]?s?|next\s+(?:week|month|year)|forthcoming|upcoming|old(?:er)?|earlier|previous|last\s+(?:week|month|year)['’]?s?|years?\s+ago|(?:from|in|of)\s+(?:19|20)\d\d|in\s+passing)\b/i;
const SPEAKS_OF_US = /\bIfG\b|institute for government|think[\s-]tank/i;
/** Minutes: two months. */
const MOST_BEFORE = 60 * 24 * 60;
/** A word in more of a feed's titles than this tells nothing. */
const MAX_TITLES = 200;
const MIN_SHARED = 2;
/** Of the words of a title that name its subject: two that anybody uses ("civil service") are in half of all news. */
const MIN_OF_SUBJECT = 0.5;
const LEAD = 1.5;

/**
 * Links pages elsewhere to the Institute's publication that they report on, where a post speaks of a report of the
 * Institute's, on nothing that its title has not, and the words single out one publication of the feed.
 */
export function linkCoverage(posts: readonly Post[], publications: readonly Publication[]): Publication[] {
  const titles = titlesByStem(publications.filter((publication) => publication.isIfg));
  const titleOf = new Map(publications.map(({ id, title }) => [id, title]));
  const firstOf = firstTimes(posts);
  const about = new Map<PublicationId, Said>();
  for (const post of posts) {
    const [own] = post.publications;
    if (own === undefined || post.linkCard === null) continue;
    const said = saysSoPattern().exec(post.text);
    if (said !== null && isReportedOn(post.text, said.index)) {
      const page = `${post.linkCard.title} ${post.linkCard.description}`;
      about.set(own, { page, text: `${page} ${post.text}`, subject: said[1] ?? '', time: post.time });
    }
  }
  return publications.map((publication) => {
    const said = about.get(publication.id);
    if (publication.isIfg || said === undefined) return publication;
    const coverageOf = singleOut(said.text, titles);
    if (coverageOf === null || !isOn(said.subject, coverageOf, titles)) return publication;
    const subject = subjectOf(titleOf.get(coverageOf) ?? '');
    if (!isOnSubject(said.text, subject) || !isOfItself(said.page, subject)) return publication;
    if (isBefore(said.time, firstOf.get(coverageOf))) return publication;
    return { ...publication, kind: 'coverage', coverageOf };
  });
}

/** What a post with a link card of somebody else's page says. */
interface Said {
  /** What the card says of the page. */
  readonly page: string;
  readonly text: string;
  /** What the report is said to be on; empty where nothing is said. */
  readonly subject: string;
  readonly time: PostTime;
}

/** When each publication was first spoken of. */
function firstTimes(posts: readonly Post[]): ReadonlyMap<PublicationId, PostTime> {
  const times = new Map<PublicationId, PostTime>();
  for (const { time, publications } of posts)
    for (const id of publications) if (time < (times.get(id) ?? '~')) times.set(id, time);
  return times;
}

/** Nobody reports on what is yet to come, but some know it some weeks before the account speaks of it. */
function isBefore(time: PostTime, first: PostTime | undefined): boolean {
  return first !== undefined && minutesOf(first) - minutesOf(time) > MOST_BEFORE;
}

/** Whether a page speaks of the Institute or of the report's subject by itself: a vacancy beside which one is named does not. */
function isOfItself(page: string, subject: readonly string[]): boolean {
  return SPEAKS_OF_US.test(page) || countShared(page, subject) > 0;
}

/** Whether a post that speaks of a report of the Institute's there says that a page reports on it. */
function isReportedOn(text: string, place: number): boolean {
  const before =
    text
      .slice(0, place)
      .split(/[.!?:;\n]\s/)
      .at(-1) ?? '';
  return !OTHERWISE.test(before) && !OTHER_TIME.test(text) && !namesReportOfOthers(withOurNames(text));
}

/** Whether what a report is said to be on stands in a title; where nothing is said, nothing speaks against it. */
function isOn(subject: string, id: PublicationId, titles: ReadonlyMap<string, ReadonlySet<PublicationId>>): boolean {
  const stems = stemsOf(subject);
  return stems.length === 0 || stems.some((stem) => titles.get(stem)?.has(id));
}

function isOnSubject(text: string, subject: readonly string[]): boolean {
  const shared = countShared(text, subject);
  return shared > 0 && shared >= MIN_OF_SUBJECT * subject.length;
}

/** The families of a title's words that name its subject, each once. */
function subjectOf(title: string): readonly string[] {
  return [...new Set(familiesOf(title).filter(isTelling))];
}

function countShared(text: string, subject: readonly string[]): number {
  const said = new Set(familiesOf(text));
  return subject.filter((family) => said.has(family)).length;
}

function titlesByStem(publications: readonly Publication[]): Map<string, Set<PublicationId>> {
  const titles = new Map<string, Set<PublicationId>>();
  for (const publication of publications) {
    for (const stem of stemsOf(publication.title)) {
      const having = titles.get(stem) ?? new Set();
      if (having.size <= MAX_TITLES) titles.set(stem, having.add(publication.id));
    }
  }
  return titles;
}

function singleOut(text: string, titles: ReadonlyMap<string, ReadonlySet<PublicationId>>): PublicationId | null {
  const scores = new Map<PublicationId, { shared: number; weight: number }>();
  for (const stem of new Set(stemsOf(text))) {
    const having = titles.get(stem);
    if (having === undefined || having.size > MAX_TITLES) continue;
    for (const id of having) {
      const { shared, weight } = scores.get(id) ?? { shared: 0, weight: 0 };
      scores.set(id, { shared: shared + 1, weight: weight + 1 / having.size });
    }
  }
  const [best, second] = [...scores].sort(([, a], [, b]) => b.weight - a.weight);
  if (best === undefined || best[1].shared < MIN_SHARED) return null;
  return best[1].weight >= LEAD * (second?.[1].weight ?? 0) ? best[0] : null;
}
