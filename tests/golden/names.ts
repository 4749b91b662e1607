import { createHash } from 'node:crypto';
import type { Post } from '../../core/model/post.ts';
import type { Publication } from '../../core/model/publication.ts';

/** UTF-16 units of a text by which people know it again. */
const OPENING = 50;

/** A post by what is seen of it: its minute, a hash of its text, and how that begins. */
export function namePost({ time, text }: Post): string {
  return `${time} ${hash(text)} ${opening(text)}`;
}

/** A publication by its title and its addresses. */
export function namePublication({ title, addresses, displayForms }: Publication): string {
  return [title, ...addresses, ...displayForms].join(' · ');
}

export function opening(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > OPENING ? `${line.slice(0, OPENING)}…` : line;
}

/** Changes with every letter of a text. */
export function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
