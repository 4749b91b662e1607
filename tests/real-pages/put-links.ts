import { REPORT } from '../e2e/apps/addresses.ts';

/** What leads to the report is written in each of its addresses, also in those that wrap it. */
export const SLUG = new URL(REPORT).pathname.slice('/publication/'.length);

const WRAPPED = `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(REPORT)}&amp;data=05%7C02`;

/** What a browser reads as no markup, and where a link would stand in another, or be none. */
const CLOSED =
  /<!--[\s\S]*?-->|<(script|style|template|noscript|textarea|title|svg|head|select|iframe|a|button)\b[\s\S]*?<\/\1\s*>/gi;

type Name = 'plain' | 'wrapped' | 'heading' | 'list' | 'table' | 'button';

interface Place {
  readonly name: Name;
  /** The tag that it is put behind. */
  readonly tag: RegExp;
  /** Which of the tags, as a share of all: the first ones are often a menu's. */
  readonly share: number;
  /** What is put before a paragraph where there is no such tag. */
  readonly around: (link: string) => string;
}

const PLACES: readonly Place[] = [
  { name: 'plain', tag: /<p\b[^>]*>/gi, share: 0.5, around: (link) => `<p>${link}</p>` },
  { name: 'wrapped', tag: /<p\b[^>]*>/gi, share: 0.25, around: (link) => `<p>${link}</p>` },
  { name: 'button', tag: /<p\b[^>]*>/gi, share: 0.75, around: (link) => `<p>${link}</p>` },
  { name: 'heading', tag: /<h[1-4]\b[^>]*>/gi, share: 0.5, around: (link) => `<h2>${link}</h2>` },
  { name: 'list', tag: /<li\b[^>]*>/gi, share: 0.5, around: (link) => `<ul><li>${link}</li></ul>` },
  { name: 'table', tag: /<td\b[^>]*>/gi, share: 0.5, around: (link) => `<table><tr><td>${link}</td></tr></table>` },
];

/** A page with a link to the report at each place; what else there is stays as it is. */
export function putLinks(html: string): string {
  const open = html.replace(CLOSED, (part) => ' '.repeat(part.length));
  const put = PLACES.map((place) => placeIn(open, place)).toSorted((a, b) => b.at - a.at);
  return put.reduce((page, { at, text }) => page.slice(0, at) + text + page.slice(at), html);
}

function placeIn(html: string, { name, tag, share, around }: Place): { readonly at: number; readonly text: string } {
  const found = chosen(html, tag, share);
  if (found !== null) return { at: found.index + found[0].length, text: ` ${linkTo(name)} ` };
  const paragraph = chosen(html, /<p\b[^>]*>/gi, 0.5)?.index ?? html.search(/<\/body>/i);
  return { at: paragraph < 0 ? html.length : paragraph, text: around(linkTo(name)) };
}

function chosen(html: string, tag: RegExp, share: number): RegExpExecArray | null {
  const found = [...html.matchAll(tag)];
  return found[Math.floor(found.length * share)] ?? null;
}

function linkTo(name: Name): string {
  const words = `Report, ${name}`;
  const content = name === 'button' ? `<button type="button">${words}</button>` : words;
  return `<a id="put-${name}" href="${name === 'wrapped' ? WRAPPED : REPORT}">${content}</a>`;
}
