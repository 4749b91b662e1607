import { createContext } from 'preact';
import type { PostId } from '../core/model.ts';

/** What a passage is about: a post, or one recommendation in it. */
export interface Subject {
  readonly post: PostId;
  readonly recommendation: number | null;
}

/** The passages of the page in front that are about what is shown; null where no page stands beside it. */
export interface PassagesInPage {
  has(subject: Subject): boolean;
  /** Scrolls the page to the first of them; the focus comes back to what led there. */
  show(subject: Subject, from: HTMLElement): void;
}

export const Passages = createContext<PassagesInPage | null>(null);

export function isSameSubject(one: Subject, other: Subject): boolean {
  return one.post === other.post && one.recommendation === other.recommendation;
}
