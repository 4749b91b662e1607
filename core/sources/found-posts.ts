import type { ImportedAccount } from '../protocol/accounts.ts';
import type { FetchedPost } from './fetched-post.ts';

/**
 * What a file holds: whose posts, how many posts there are in it, and those of that account which can be read and are for
 * everybody to see; they are made while they are taken.
 */
export interface FoundPosts {
  readonly account: Omit<ImportedAccount, 'keep'>;
  readonly count: number;
  readonly posts: Iterable<FetchedPost>;
}
