/** A post by what its copies have in common, and its minute: of a copy in an unknown zone, of an original in UTC. */
export interface Timed {
  /** Empty for a post that says too little. */
  readonly beginning: string;
  /** Minutes since 1970. */
  readonly minute: number;
}

/** How far a copy's minutes are ahead of UTC, in minutes. */
export interface ZoneOffsets {
  readonly usual: number;
  /** Summer time where `usual` is not, or the other way; null where no copy shows it. */
  readonly other: number | null;
  /** The minutes, in order, at which a copy shows the usual one. */
  readonly usualAt: readonly number[];
}

const QUARTER = 15;
const LEAST = -12 * 60;
const MOST = 14 * 60;
/** An hour nearly everywhere. */
const SUMMER = [60, -60, 30, -30];
/** Posts that begin alike: of more none tells when it was copied. */
const MAX_ALIKE = 8;
/** Minutes; summer time takes longer to come and go. */
const NEAR = 28 * 24 * 60;

/** The offset that most pairs of posts with one beginning agree on; null where there is no pair. */
export function findZoneOffsets(copies: readonly Timed[], originals: readonly Timed[]): ZoneOffsets | null {
  const votes = countVotes(copies, originals);
  const [usual] = [...votes].toSorted(([a, one], [b, other]) => other.size - one.size || Math.abs(a) - Math.abs(b));
  if (usual === undefined) return null;
  const [offset, agreeing] = usual;
  const usualAt = [...agreeing].map(({ minute }) => minute).sort((a, b) => a - b);
  const further = SUMMER.map((ahead) => {
    const voters = [...(votes.get(offset + ahead) ?? [])];
    const own = voters.filter((copy) => !agreeing.has(copy) && !isAmid(copy.minute, usualAt));
    return { offset: offset + ahead, count: own.length };
  });
  const [most] = further.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  return { usual: offset, other: most?.offset ?? null, usualAt };
}

/** The offsets that a copy's minute may have, the likelier first. */
export function offsetsAt(minute: number, { usual, other, usualAt }: ZoneOffsets): readonly number[] {
  return other === null || isAmid(minute, usualAt) ? [usual] : [usual, other];
}

/** The copies that are so far ahead of an original which begins alike, by how far. */
function countVotes(copies: readonly Timed[], originals: readonly Timed[]): Map<number, Set<Timed>> {
  const alike = Map.groupBy(originals, ({ beginning }) => beginning);
  const votes = new Map<number, Set<Timed>>();
  for (const copy of copies) {
    const found = copy.beginning === '' ? [] : (alike.get(copy.beginning) ?? []);
    if (found.length > MAX_ALIKE) continue;
    for (const { minute } of found) {
      const ahead = copy.minute - minute;
      if (ahead % QUARTER !== 0 || ahead < LEAST || ahead > MOST) continue;
      votes.set(ahead, (votes.get(ahead) ?? new Set()).add(copy));
    }
  }
  return votes;
}

/** Whether others stand near before and near behind. */
function isAmid(minute: number, others: readonly number[]): boolean {
  let low = 0;
  let high = others.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((others[middle] ?? 0) < minute) low = middle + 1;
    else high = middle;
  }
  const [before, behind] = [others[low - 1], others[low]];
  return before !== undefined && behind !== undefined && minute - before < NEAR && behind - minute < NEAR;
}
