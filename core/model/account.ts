import type { Handle, IsoDate } from './ids.ts';

/** What an account says of itself, as the feed was copied. */
export interface Profile {
  readonly displayName: string;
  readonly handle: Handle;
  readonly bio: string;
  readonly followers: number;
  readonly following: number;
  readonly posts: number;
  readonly joined: IsoDate;
}
