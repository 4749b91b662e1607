import type { Handle, IsoDate } from './ids.ts';

/** What an account says of itself, as the feed was copied; null is what its source does not say. */
export interface Profile {
  readonly displayName: string;
  readonly handle: Handle;
  readonly bio: string | null;
  readonly followers: number | null;
  readonly following: number | null;
  readonly posts: number | null;
  readonly joined: IsoDate | null;
}
