/** A version's part of the changelog. */
export interface ChangelogPart {
  readonly version: string;
  /** The day of its release, or `unreleased`. */
  readonly when: string;
  readonly text: string;
}

/** The parts in the order of the file: what stands below each `## VERSION, DAY`. */
export function readChangelog(changelog: string): readonly ChangelogPart[] {
  const [, ...parts] = changelog.split(/^## /m);
  return parts.map((part) => {
    const [heading = '', ...lines] = part.split('\n');
    const [version = '', when = ''] = heading.split(', ');
    return { version, when, text: lines.join('\n').trim() };
  });
}

/** A part's text for a page that takes each end of a line for one, as those of releases do: each item is one line. */
export function unwrap(text: string): string {
  return text.replaceAll(/\n +(?=\S)/g, ' ');
}
