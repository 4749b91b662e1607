import type { KeptRow } from '../linked-by/kept-feed.ts';
import type { Profile } from '../model/account.ts';
import type { Did } from '../model/ids.ts';
import type { KeptRecord } from '../model/own.ts';
import type { SavedSearch } from '../saved-searches.ts';
import type { Settings } from '../settings.ts';
import type { Keep } from '../sources/bluesky/kept.ts';
import type { FetchedPost } from '../sources/fetched-post.ts';

/** docs/backup.md tells the format. */
export const BACKUP_FORMAT = 'ifg-gloss-backup';
export const BACKUP_VERSION = 2;
/** In the order in which they stand in a file. */
export const SECTIONS = ['settings', 'searches', 'own', 'accounts', 'texts', 'posts', 'kept'] as const;
export type Section = (typeof SECTIONS)[number];

/** An account whose posts the reader has the library read. Times in milliseconds since 1970. */
export interface BackedUpAccount {
  readonly did: Did;
  readonly profile: Profile;
  readonly keep: Keep;
  /** When it was last read to the end, and when all of it was; null where it never was, and where the file has no posts. */
  readonly readAt: number | null;
  readonly sweptAt: number | null;
}

/** A page that was saved as text and taken in. */
export interface BackedUpText {
  readonly text: string;
}

export interface BackedUpPost extends FetchedPost {
  readonly did: Did;
  /** When the reading began that met it last. */
  readonly seen: number;
}

/** What the items of each section are. */
export interface BackupItems {
  readonly settings: Settings;
  readonly searches: SavedSearch;
  readonly own: KeptRecord;
  readonly accounts: BackedUpAccount;
  readonly texts: BackedUpText;
  readonly posts: BackedUpPost;
  readonly kept: KeptRow;
}

export type BackupItem = {
  readonly [Name in Section]: { readonly section: Name; readonly item: BackupItems[Name] };
}[Section];

export type Counts = Readonly<Record<Section, number>>;

/** What a backup says of itself. */
export interface BackupHead {
  /** An instant, as `Date` writes it. */
  readonly madeAt: string;
  /** The extension's version. */
  readonly madeBy: string;
  /** Whether posts of accounts are in it. */
  readonly hasFeeds: boolean;
}

/** UTF-8 bytes: of a backup as it is unpacked, of one of its lines, and of its first. */
export const MOST_BYTES = 1 << 30;
export const MOST_LINE_BYTES = 1 << 27;
export const MOST_HEAD_BYTES = 4096;

export const EMPTY_COUNTS: Counts = { settings: 0, searches: 0, own: 0, accounts: 0, texts: 0, posts: 0, kept: 0 };

/** Those that a file of some version has: there were no kept posts in the first. */
export function sectionsOf(version: number): readonly Section[] {
  return version === 1 ? SECTIONS.filter((section) => section !== 'kept') : SECTIONS;
}

export type Hashes = Readonly<Record<'head' | Section, string>>;

/** The first line, up to its end. */
export function headLine({ madeAt, madeBy, hasFeeds }: BackupHead, version: number = BACKUP_VERSION): string {
  const head = JSON.stringify({ format: BACKUP_FORMAT, version, madeAt, madeBy, hasFeeds });
  return `${head.slice(0, -1)},"sections":{`;
}

export function openingLine(section: Section): string {
  return `"${section}":[`;
}

export function closingLine(section: Section, sections: readonly Section[] = SECTIONS): string {
  return section === sections.at(-1) ? ']},' : '],';
}

/** The last line. */
export function footLine(counts: Partial<Counts>, sha256: Partial<Hashes>): string {
  return JSON.stringify({ counts, sha256 }).slice(1);
}

/** `day` is the reader's own, as in `2025-12-31`. */
export function backupName(day: string): string {
  return `gloss-backup-${day}.json.gz`;
}
