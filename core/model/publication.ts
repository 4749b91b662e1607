import type { CanonicalAddress, PublicationId } from './ids.ts';

export const PUBLICATION_KINDS = [
  'report',
  'chapter',
  'comment',
  'explainer',
  'event',
  'press-release',
  'coverage',
  'page',
] as const;

/** `coverage` is somebody else's page about one of the Institute's; `page` is everything not known better. */
export type PublicationKind = (typeof PUBLICATION_KINDS)[number];

export interface Publication {
  readonly id: PublicationId;
  readonly kind: PublicationKind;
  readonly title: string;
  /** What else its links are called; none of them is `title`. */
  readonly otherTitles: readonly string[];
  readonly titleIsCertain: boolean;
  readonly description: string;
  readonly siteName: string | null;
  readonly isIfg: boolean;
  /** The part of the Institute's site it stands in (`publication`, `comment`), where an address shows it. */
  readonly section: string | null;
  /** Full addresses that are known to be its own. */
  readonly addresses: readonly CanonicalAddress[];
  /** Shortened addresses that stood beside its link card. */
  readonly displayForms: readonly string[];
  /** The publication of the Institute that it reports on, where the posts say so. */
  readonly coverageOf: PublicationId | null;
}

/** What all feeds together say of a publication. */
export interface MergedPublication extends Publication {
  /** The ids under which feeds speak of it; its own is one of them. */
  readonly members: readonly PublicationId[];
}
