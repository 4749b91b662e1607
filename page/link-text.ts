import { attributeOf, selectAll } from './dom.ts';
import type { Link } from './link-address.ts';

/** UTF-16 units: a link may hold a whole page. */
const MAX_READ = 3000;
const MOST = 300;

/** What a link says, in one line: its text, or what stands for its picture; 300 UTF-16 units at most. */
export function linkText(link: Link): string {
  return inOneLine(link.textContent) || inOneLine(attributeOf(selectAll(link, 'img[alt]')[0] ?? link, 'alt'));
}

function inOneLine(text: string | null): string {
  return (text ?? '').slice(0, MAX_READ).replace(/\s+/g, ' ').trim().slice(0, MOST);
}
