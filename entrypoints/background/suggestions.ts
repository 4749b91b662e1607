import { addressOfRoute, routeOfHit } from '../../core/library-route.ts';
import { keyPart, type MessageKey } from '../../core/message-key.ts';
import type { SearchHit } from '../../core/protocol/search.ts';
import { inOneLine, type LinePart, lineOf } from '../../core/search/one-line.ts';
import { firstOf } from '../../core/text/first-of.ts';

/** One line below the address bar. */
export interface Suggestion {
  /** What stands in the address bar while its reader is at it; unlike that of any other, and unlike what was typed. */
  readonly content: string;
  readonly parts: readonly LinePart[];
  /** Where it leads in the extension. */
  readonly address: string;
}

export type Say = (key: MessageKey, ...substitutions: readonly string[]) => string;

/** Browsers show about as many. */
export const MOST_SUGGESTED = 6;
/** UTF-16 units of what stands in the address bar, and of what a hit begins with where the words were found elsewhere. */
const MAX_CONTENT = 80;
const MAX_BEGINNING = 60;

/** The first hits of what was typed, in the order in which they were found. */
export function suggest(hits: readonly SearchHit[], typed: string, say: Say): readonly Suggestion[] {
  const taken = new Set([typed.trim()]);
  return hits.slice(0, MOST_SUGGESTED).map((hit) => {
    const content = nameUnlike(taken, firstOf(inOneLine(textOf(hit)), MAX_CONTENT));
    taken.add(content);
    return { content, parts: lineOfHit(hit, say), address: addressOfRoute(routeOfHit(hit)) };
  });
}

function nameUnlike(taken: ReadonlySet<string>, name: string): string {
  let unlike = name;
  for (let number = 2; unlike === '' || taken.has(unlike); number += 1) unlike = `${name} (${number})`.trim();
  return unlike;
}

/** What it says, with the words that were found, there or where else they stand; and what it is. */
function lineOfHit(hit: SearchHit, say: Say): readonly LinePart[] {
  const own = hit.foundIn.find(({ field }) => field === (hit.kind === 'publication' ? 'title' : 'text'));
  const [elsewhere] = hit.foundIn;
  const what: LinePart = { look: 'dim', text: ` – ${whatIs(hit, say)}` };
  if (own !== undefined) return [...lineOf(own), what];
  const text = inOneLine(textOf(hit));
  if (elsewhere === undefined) return [{ look: 'plain', text }, what];
  const beginning = text.length > MAX_BEGINNING ? `${firstOf(text, MAX_BEGINNING)}…` : text;
  return [{ look: 'plain', text: beginning }, { look: 'dim', text: ' · ' }, ...lineOf(elsewhere), what];
}

function textOf(hit: SearchHit): string {
  switch (hit.kind) {
    case 'publication':
      return hit.publication.title;
    case 'recommendation':
      return hit.recommendation.text;
    case 'post':
      return hit.post.text;
    case 'note':
      return hit.note.texts[0] ?? '';
  }
}

function whatIs(hit: SearchHit, say: Say): string {
  switch (hit.kind) {
    case 'publication':
      return say(`kind_${keyPart(hit.publication.kind)}`);
    case 'recommendation':
      return say('found_recommendation', String(hit.recommendation.number));
    case 'post':
      return say('address_bar_post', hit.day === null ? '–' : showDay(hit.day, say('language')));
    case 'note':
      return say('filter_kind_note');
  }
}

function showDay(day: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day));
}
