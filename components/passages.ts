import { createContext } from 'preact';
import type { PostId } from '../core/model/ids.ts';

/** What a passage is about: a post, or one recommendation in it. */
export interface Subject {
  readonly post: PostId;
  readonly recommendation: number | null;
}

/** The passages of the page in front that are about what is shown; null where no page stands beside it. */
export interface PassagesInPage {
  has(subject: Subject): boolean;
  /**
   * Scrolls the page to one of them, and opens what it is hidden in; the focus comes back to what led there. False where
   * the page hides them in a way that is not ours to change.
   */
  show(subject: Subject, from: HTMLElement): Promise<boolean>;
}

export const Passages = createContext<PassagesInPage | null>(null);

export function isSameSubject(one: Subject, other: Subject): boolean {
  return one.post === other.post && one.recommendation === other.recommendation;
}
