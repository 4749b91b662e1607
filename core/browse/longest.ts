import type { Thread } from '../model/thread.ts';

/** Of what several feeds hold, in their order, the one whose thread has most posts: some may hold a part only. Null for none. */
export function longestOf<Copy extends { readonly thread: Thread | null }>(copies: readonly Copy[]): Copy | null {
  const lengthOf = ({ thread }: Copy) => thread?.posts.length ?? 0;
  return copies.reduce<Copy | null>(
    (best, copy) => (best === null || lengthOf(copy) > lengthOf(best) ? copy : best),
    null,
  );
}
