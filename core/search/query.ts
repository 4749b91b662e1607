import { KEPT_FEED } from '../linked-by/kept-id.ts';
import type { Handle, IsoDate } from '../model/ids.ts';
import { PROGRESS, type Progress, RESPONSES, type Response } from '../model/own.ts';
import type { HitKind, QueryFault } from '../protocol/search.ts';
import { wordSpansOf } from '../text/word-spans.ts';
import { FILTER_NAMES, type FilterName, partsOf, type WrittenFilter } from './query-parts.ts';

/**
 * What is looked for, as its reader types it: words, "exact phrases", -without either, and filters such as
 * `account:handle`. A text that is no filter, though it looks like one, is looked for as words.
 */
export interface SearchQuery {
  /** All of them are wanted. */
  readonly words: readonly string[];
  readonly phrases: readonly string[];
  /** Words and phrases that nothing found may hold. */
  readonly without: readonly string[];
  /** Whether the text ends in its last word, which may be the beginning of a longer one. */
  readonly isOpen: boolean;
  readonly filters: Filters;
  readonly faults: readonly QueryFault[];
}

/** Several values of one filter are alternatives, but each `has` and `is` is a filter of its own; of days the last one counts. */
export interface Filters {
  readonly accounts: readonly Handle[];
  /** Titles. */
  readonly publications: readonly string[];
  readonly kinds: readonly HitKind[];
  /** The first and the last day, both included; null where none is given. */
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly isNew: boolean;
  /** Hosts without `www.`, in lower case; each stands for all below it, too. */
  readonly sites: readonly string[];
  /** What the reader wrote about a hit. */
  readonly hasNote: boolean;
  readonly hasFollowUp: boolean;
  /** Of recommendations. */
  readonly responses: readonly Response[];
  readonly progress: readonly Progress[];
  readonly isDue: boolean;
}

const TELLING = /[\p{L}\p{N}]/u;
/** What is looked for by nobody's index, though somebody may type it alone. */
const SIGN = /\p{So}|\p{Extended_Pictographic}/u;
const FILTER_ALONE = new RegExp(`^(?:${FILTER_NAMES.join('|')}):$`, 'i');
const FILTER = new RegExp(`^(?:${FILTER_NAMES.join('|')}):.`, 'i');
const FILTER_ELSEWHERE =
  /^(?:since|until|before|after|date|year|author|by|user|type|tag|title|lang|language|url|link|domain):\S/i;
const MARKS = /["“”„‟«»]/g;
const DAY = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/;
const HOST = /^(?:[\p{L}\p{N}_-]+\.)+[\p{L}\p{N}_-]+$/u;
/** Also an account that is known by its DID alone, and the posts that are kept by themselves. */
const ACCOUNT = new RegExp(`^@?((?:[a-z0-9-]+\\.)+[a-z0-9-]+|did:[a-z]+:[\\w.:%-]+|${KEPT_FEED})$`, 'i');
const KINDS: readonly HitKind[] = ['publication', 'recommendation', 'post', 'note'];
const FAULTS = {
  account: 'no-account',
  publication: 'no-publication',
  kind: 'no-kind',
  is: 'no-kind',
  site: 'no-site',
  has: 'no-own',
  response: 'no-own',
  progress: 'no-own',
} as const;

/** Reads any text. */
export function readQuery(text: string): SearchQuery {
  const words: string[] = [];
  const phrases: string[] = [];
  const without: string[] = [];
  const faults: QueryFault[] = [];
  let filters: Filters = NO_FILTERS;
  let isOpen = false;
  for (const { isWithout, operator, filter, phrase, word, start, end } of partsOf(text)) {
    if (operator === 'OR') faults.push({ kind: 'no-choice', start, end });
    if (operator !== null) continue;
    const read = filter && addFilter(filters, filter);
    isOpen = !isWithout && phrase === null && read === null && end === text.length && TELLING.test(word);
    if (read !== null) filters = read;
    else if (phrase !== null) (isWithout ? without : phrases).push(phrase);
    else (isWithout ? without : words).push(word);
    if (filter !== null && read === null) faults.push({ kind: faultOf(filter.name), start, end });
    else if (read === null && phrase === null && isLikeFilter(word, end < text.trimEnd().length))
      faults.push({ kind: isWithout && FILTER.test(word) ? 'no-turning' : 'no-filter', start, end });
    else if (read === null && isSign(phrase ?? word)) faults.push({ kind: 'no-word', start, end });
  }
  const telling = (each: string) => TELLING.test(each);
  return {
    words: words.filter(telling),
    phrases: phrases.filter(telling),
    without: without.filter(telling),
    isOpen,
    filters,
    faults,
  };
}

/** A filter whose value does not stand right behind it, one behind a minus, or one that other searches have. */
function isLikeFilter(word: string, isFollowed: boolean): boolean {
  return (isFollowed && FILTER_ALONE.test(word)) || FILTER.test(word) || FILTER_ELSEWHERE.test(word);
}

function isSign(text: string): boolean {
  return !TELLING.test(text) && SIGN.test(text);
}

export const NO_FILTERS: Filters = {
  accounts: [],
  publications: [],
  kinds: [],
  from: null,
  to: null,
  isNew: false,
  sites: [],
  hasNote: false,
  hasFollowUp: false,
  responses: [],
  progress: [],
  isDue: false,
};

const SWITCHES: ReadonlyMap<string, 'isNew' | 'isDue' | 'hasNote' | 'hasFollowUp'> = new Map([
  ['is:new', 'isNew'],
  ['is:due', 'isDue'],
  ['has:note', 'hasNote'],
  ['has:follow-up', 'hasFollowUp'],
]);

/** The filters with one more; null where its value is none. */
function addFilter(filters: Filters, { name, value }: WrittenFilter): Filters | null {
  switch (name) {
    case 'account': {
      const handle = ACCOUNT.exec(value)?.[1]?.toLowerCase();
      return handle === undefined ? null : { ...filters, accounts: [...filters.accounts, handle] };
    }
    case 'publication':
      return value === '' ? null : { ...filters, publications: [...filters.publications, value] };
    case 'kind': {
      const kind = KINDS.find((each) => each === value.toLowerCase());
      return kind === undefined ? null : { ...filters, kinds: [...filters.kinds, kind] };
    }
    case 'from':
    case 'to': {
      const day = readBound(value, name);
      return day === null ? null : { ...filters, [name]: day };
    }
    case 'is':
    case 'has': {
      const set = SWITCHES.get(`${name}:${value.toLowerCase()}`);
      return set === undefined ? null : { ...filters, [set]: true };
    }
    case 'response': {
      const response = RESPONSES.find((each) => each === value.toLowerCase());
      return response === undefined ? null : { ...filters, responses: [...filters.responses, response] };
    }
    case 'progress': {
      const progress = PROGRESS.find((each) => each === value.toLowerCase());
      return progress === undefined ? null : { ...filters, progress: [...filters.progress, progress] };
    }
    case 'site': {
      const host = value
        .toLowerCase()
        .replace(/^https?:\/\//, '')
        .replace(/\/.*$/, '')
        .replace(/^www\./, '');
      return HOST.test(host) ? { ...filters, sites: [...filters.sites, host] } : null;
    }
  }
}

/** The first or the last day of what is named: a day, a month or a year; null where there is no such day. */
export function readBound(value: string, end: 'from' | 'to'): IsoDate | null {
  const [, year = '', month, day] = DAY.exec(value) ?? [];
  if (year === '') return null;
  const date = new Date(0);
  // The day before the first of the next month, or of the next year, is the last.
  if (end === 'to' && day === undefined) date.setUTCFullYear(Number(year), month === undefined ? 12 : Number(month), 0);
  else date.setUTCFullYear(Number(year), Number(month ?? 1) - 1, Number(day ?? 1));
  const written = date.toISOString().slice(0, 10);
  return written.startsWith(value) ? written : null;
}

function faultOf(name: FilterName): QueryFault['kind'] {
  return name === 'from' || name === 'to' ? 'no-day' : FAULTS[name];
}

/** The filters that stand in a text and hold, in their order. */
export function filtersOf(text: string): readonly WrittenFilter[] {
  return partsOf(text).flatMap(({ filter }) => (filter !== null && addFilter(NO_FILTERS, filter) ? [filter] : []));
}

/** The text with a filter at its end; of `from` and `to` instead of what it had, of the others beside that. */
export function withFilter(text: string, name: FilterName, value: string): string {
  const isOne = name === 'from' || name === 'to';
  // An open mark of quotation would take the filter in.
  const closed = text + (partsOf(text).at(-1)?.owed ?? '');
  const kept = withoutFilters(closed, (each) => each.name === name && (isOne || isSameValue(each.value, value)));
  return joined(kept, writeFilter(name, value));
}

/** The text without a filter, of any value where none is given; all else stays as it is typed. */
export function withoutFilter(text: string, name: FilterName, value: string | null = null): string {
  return withoutFilters(text, (each) => each.name === name && (value === null || isSameValue(each.value, value)));
}

/** The text with another word wherever one stands that is wanted, in its place. */
export function withWord(text: string, word: string, other: string): string {
  return partsOf(text)
    .filter((part) => part.phrase === null && !part.isWithout && !(part.filter && addFilter(NO_FILTERS, part.filter)))
    .flatMap(({ start, end }) =>
      wordSpansOf(text.slice(start, end))
        .filter((span) => span.word === word)
        .map((span) => ({ start: start + span.start, end: start + span.end })),
    )
    .reduceRight((changed, { start, end }) => changed.slice(0, start) + other + changed.slice(end), text);
}

function withoutFilters(text: string, isOut: (filter: WrittenFilter) => boolean): string {
  return filtersOf(text)
    .filter(isOut)
    .reduceRight((kept, { start, end }) => joined(kept.slice(0, start), kept.slice(end)), text);
}

function joined(before: string, after: string): string {
  return [before.trimEnd(), after.trimStart()].filter((each) => each !== '').join(' ');
}

/** As it is typed; a value cannot hold a mark of quotation, in any of its forms. */
function writeFilter(name: FilterName, value: string): string {
  const written = value.replace(MARKS, '');
  return /^\S+$/.test(written) ? `${name}:${written}` : `${name}:"${written}"`;
}

/** Whether two values of a filter say the same, whatever marks of quotation they have, or `@` before a handle. */
export function isSameValue(one: string, other: string): boolean {
  const [own, others] = [one, other].map((each) => each.replace(MARKS, '').trim().replace(/^@/, '').toLowerCase());
  return own === others;
}
