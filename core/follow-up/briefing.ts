import { oneLine } from '../cite/one-line.ts';
import type { IsoDate } from '../model/ids.ts';
import type { Progress, Response } from '../model/own.ts';
import type { RecommendationLine } from './line.ts';

/** The words of a briefing, in the language that it is written in, as plain text. */
export interface BriefingWords {
  readonly title: string;
  /** Sentences on the whole: how many were acted on, of which day it is. */
  readonly head: readonly string[];
  readonly columns: {
    readonly number: string;
    readonly section: string;
    readonly words: string;
    readonly response: string;
    readonly progress: string;
    readonly checkOn: string;
    readonly remark: string;
    readonly sources: string;
  };
  /** Said of a recommendation whose words have changed, or that is gone; nothing of another. */
  readonly sayState: (line: RecommendationLine) => string | null;
  readonly sayResponse: (response: Response) => string;
  readonly sayProgress: (progress: Progress) => string;
  readonly showDay: (day: IsoDate) => string;
  /** What the post is called that a recommendation is from; its day may not be known. */
  readonly namePost: (day: IsoDate | null) => string;
}

/** What stands in a briefing, whatever it is written as. */
export interface Briefing {
  readonly title: string;
  readonly head: readonly string[];
  readonly columns: readonly string[];
  readonly rows: readonly BriefingRow[];
  readonly sourcesTitle: string;
  /** Numbered from 1. */
  readonly sources: readonly Source[];
}

export interface BriefingRow {
  /** One for each column but the last, which has the numbers of the sources. */
  readonly cells: readonly string[];
  readonly sources: readonly number[];
}

/** An evidence, or the post that a recommendation is from; a text is empty where there is none. */
export interface Source {
  readonly title: string;
  /** As it was written down: not all that is written is an address of the web. */
  readonly address: string;
  readonly day: string;
  readonly quotation: string;
  readonly remark: string;
}

const NOT_NOTED = '–';

/** The recommendations of one publication as a document, each with its sources. */
export function briefingOf(lines: readonly RecommendationLine[], words: BriefingWords): Briefing {
  const { title, head, columns } = words;
  const sources = numberSources();
  const hasSections = lines.some(({ subject }) => subject.section !== null);
  const rows = lines.map((line) => ({
    cells: cellsOf(line, words, hasSections),
    sources: sourcesOf(line, words).map(sources.numberOf),
  }));
  return {
    title,
    head,
    columns: [
      columns.number,
      ...(hasSections ? [columns.section] : []),
      columns.words,
      columns.response,
      columns.progress,
      columns.checkOn,
      columns.remark,
      columns.sources,
    ],
    rows,
    sourcesTitle: columns.sources,
    sources: sources.all,
  };
}

function cellsOf(line: RecommendationLine, words: BriefingWords, hasSections: boolean): readonly string[] {
  const { subject, followUp } = line;
  const { checkOn, remarks } = followUp ?? { checkOn: null, remarks: [] };
  // Of what its reader has noted nothing about, nothing is said: "not started" would be a claim.
  const standing = followUp && [words.sayResponse(followUp.response), words.sayProgress(followUp.progress)];
  return [
    String(subject.number),
    ...(hasSections ? [oneLine(subject.section ?? '')] : []),
    joinWords([subject.words, words.sayState(line) ?? '']),
    ...(standing ?? [NOT_NOTED, NOT_NOTED]),
    checkOn === null ? '' : words.showDay(checkOn),
    joinWords(remarks),
  ];
}

function sourcesOf({ followUp, address, day }: RecommendationLine, words: BriefingWords): readonly Source[] {
  const evidence = (followUp?.evidence ?? []).map((each) => ({
    title: oneLine(each.title),
    address: oneLine(each.address),
    day: each.day === null ? '' : words.showDay(each.day),
    quotation: oneLine(each.quotation),
    remark: oneLine(each.remark),
  }));
  if (address === null) return evidence;
  return [...evidence, { title: words.namePost(day), address, day: '', quotation: '', remark: '' }];
}

/** What is the same is one source. */
function numberSources() {
  const numbers = new Map<string, number>();
  const all: Source[] = [];
  const numberOf = (source: Source): number => {
    const key = JSON.stringify(source);
    const number = numbers.get(key) ?? all.push(source);
    numbers.set(key, number);
    return number;
  };
  return { all, numberOf };
}

function joinWords(texts: readonly string[]): string {
  return texts
    .map(oneLine)
    .filter((text) => text !== '')
    .join(' · ');
}
