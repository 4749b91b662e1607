import type { Profile } from '../../model/account.ts';
import type { IsoDate } from '../../model/ids.ts';
import { fail, type ParseFault, type Result, succeed } from '../../result.ts';
import { readDate } from './dates.ts';
import { repairGarbling } from './garbling.ts';
import { faultAt, type Lines, skipBlank } from './lines.ts';

const AVATAR = /^(.*)['’]s Avatar$/;
const HANDLE = /^@([a-z0-9-]+(?:\.[a-z0-9-]+)+)$/i;
const COUNTS =
  /^([\d,]+) Followers?\s+\|\s+([\d,]+) Following\s+\|\s+([\d,]+) Posts?\s+\|\s+Joined: (\d\d)\.(\d\d)\.(\d{4})(?:\s+\|\s+\S+)?\s*$/;
const BEGINS_COUNTS = /^[\d,]+ Followers?\s/;
const LATEST = /^Latest posts by (\S+) on Bluesky$/;

/** Reads the head of a profile page, up to and with "Latest posts by … on Bluesky". */
export function readProfile(lines: Lines): Result<Profile, ParseFault> {
  if (!AVATAR.test(clean(lines))) return failHere(lines, 'the profile\'s first line, "… \'s Avatar"');
  step(lines);
  const name = lines.next;
  const displayName = clean(lines);
  step(lines);
  const handle = HANDLE.exec(clean(lines))?.[1]?.toLowerCase();
  if (handle === undefined && HANDLE.test(displayName)) return fail(faultAt(lines, name, 'the display name'));
  if (handle === undefined) return failHere(lines, 'the handle, "@name.example"');
  lines.next += 1;
  const bio = readBio(lines, handle);
  const counts = readCounts(clean(lines));
  if (counts === null) return failHere(lines, '"N Followers | N Following | N Posts | Joined: DD.MM.YYYY"');
  step(lines);
  if (!isLatest(clean(lines), handle)) return failHere(lines, `"Latest posts by ${handle} on Bluesky"`);
  lines.next += 1;
  return succeed({ displayName, handle, bio, ...counts });
}

function clean(lines: Lines): string {
  return repairGarbling(lines.all[lines.next] ?? '').trim();
}

function step(lines: Lines): void {
  lines.next += 1;
  skipBlank(lines);
}

/** A bio may hold lines like those below it: it ends at the first two that stand as the page has them. */
function readBio(lines: Lines, handle: string): string {
  const bio: string[] = [];
  let likely: number | null = null;
  let above = -1;
  for (const start = lines.next; lines.next < lines.all.length; lines.next += 1) {
    const line = clean(lines);
    if (isLatest(line, handle) && readCounts(bio[above] ?? '') !== null) {
      lines.next = start + above;
      return textOf(bio.slice(0, above));
    }
    if (BEGINS_COUNTS.test(line) || LATEST.test(line)) likely ??= lines.next;
    if (line !== '') above = bio.length;
    bio.push(line);
  }
  // The fault is at the first that was meant as one.
  lines.next = likely ?? lines.all.length;
  return '';
}

function isLatest(line: string, handle: string): boolean {
  return LATEST.exec(line)?.[1]?.toLowerCase() === handle;
}

function textOf(lines: readonly string[]): string {
  return lines.join('\n').trim();
}

function readCounts(line: string): Pick<Profile, 'followers' | 'following' | 'posts' | 'joined'> | null {
  const match = COUNTS.exec(line);
  if (match === null) return null;
  const [, followers, following, posts, day, month, year] = match;
  const joined: IsoDate | null = readDate(year, month, day);
  if (joined === null) return null;
  return { followers: readCount(followers), following: readCount(following), posts: readCount(posts), joined };
}

function readCount(digits: string | undefined): number {
  return Number((digits ?? '').replaceAll(',', ''));
}

function failHere(lines: Lines, expected: string): Result<never, ParseFault> {
  return fail(faultAt(lines, lines.next, expected));
}
