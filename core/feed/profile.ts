import type { IsoDate, Profile } from '../model.ts';
import { fail, type ParseFault, type Result, succeed } from '../result.ts';
import { readDate } from './dates.ts';
import { repairGarbling } from './garbling.ts';
import { faultAt, isBlank, type Lines, skipBlank } from './lines.ts';

const AVATAR = /^(.*)['’]s Avatar$/;
const HANDLE = /^@([a-z0-9-]+(?:\.[a-z0-9-]+)+)$/i;
const COUNTS =
  /^([\d,]+) Followers?\s+\|\s+([\d,]+) Following\s+\|\s+([\d,]+) Posts?\s+\|\s+Joined: (\d\d)\.(\d\d)\.(\d{4})(?:\s+\|\s+\S+)?\s*$/;
const LATEST = /^Latest posts by (\S+) on Bluesky$/;

/** Reads the head of a profile page, up to and with "Latest posts by … on Bluesky". */
export function readProfile(lines: Lines): Result<Profile, ParseFault> {
  if (!AVATAR.test(clean(lines))) return failHere(lines, 'the profile\'s first line, "… \'s Avatar"');
  step(lines);
  const displayName = clean(lines);
  if (HANDLE.test(displayName)) return failHere(lines, 'the display name');
  step(lines);
  const handle = HANDLE.exec(clean(lines))?.[1]?.toLowerCase();
  if (handle === undefined) return failHere(lines, 'the handle, "@name.example"');
  lines.next += 1;
  const bio = readBio(lines);
  const counts = readCounts(clean(lines));
  if (counts === null) return failHere(lines, '"N Followers | N Following | N Posts | Joined: DD.MM.YYYY"');
  step(lines);
  const latest = LATEST.exec(clean(lines))?.[1]?.toLowerCase();
  if (latest !== handle) return failHere(lines, `"Latest posts by ${handle} on Bluesky"`);
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

function readBio(lines: Lines): string {
  const bio: string[] = [];
  while (lines.next < lines.all.length && !/^[\d,]+ Followers?\s/.test(clean(lines)) && !LATEST.test(clean(lines))) {
    bio.push(clean(lines));
    lines.next += 1;
  }
  while (bio.length > 0 && isBlank(bio[0])) bio.shift();
  return bio.join('\n').trimEnd();
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
