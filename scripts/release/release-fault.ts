import { readChangelog } from './changelog.ts';

/** What a release is made of. */
export interface Release {
  readonly tag: string;
  /** Of package.json. */
  readonly version: string;
  readonly changelog: string;
  /** Paths that differ from what is committed. */
  readonly changed: readonly string[];
}

/** Why a release is not to be made yet, as a sentence; null where it can be. */
export function releaseFault({ tag, version, changelog, changed }: Release): string | null {
  if (tag !== `v${version}`) return `The tag is ${tag}, but package.json has version ${version}.`;
  const part = readChangelog(changelog).find((each) => each.version === version);
  if (part === undefined || part.text === '') return `CHANGELOG.md says nothing of ${version}.`;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(part.when))
    return `CHANGELOG.md gives ${version} no day: "## ${version}, 2026-01-31".`;
  return changed.length === 0 ? null : `Not committed: ${changed.join(', ')}`;
}
