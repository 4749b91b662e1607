/** UTF-16 units of each name of a page that are read. */
export const MAX_NAME_LENGTH = 2048;

/** Text and address as a page gives them, so nothing to rely on beyond the page's own site. */
export interface PageNames {
  readonly title: string;
  /** Its first main heading; empty where it has none. */
  readonly heading: string;
  /** The address that it calls its own; empty where it names none. */
  readonly canonical: string;
}
