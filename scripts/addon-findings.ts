/** What `web-ext lint` finds. Lines and columns begin at 1, columns count UTF-16 units. */
export interface Finding {
  readonly code: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

const ASSIGNED = /^([\w$]+)\.innerHTML=([\w$]+)\.__html\b/;

/**
 * The findings without those in Preact's own code: one in each file that holds Preact, where it sets what a component
 * gives as `dangerouslySetInnerHTML`, which no component here does. `read` gives a built file's text.
 */
export function withoutPreacts(findings: readonly Finding[], read: (file: string) => string): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const { code, file = '' } = finding;
    if (code !== 'UNSAFE_VAR_ASSIGNMENT' || seen.has(file) || !isPreacts(finding, read(file))) return true;
    seen.add(file);
    return false;
  });
}

/** Whether it is Preact's assignment, with the comparison that stands before it. */
function isPreacts({ line = 1, column = 1 }: Finding, built: string): boolean {
  const text = built.split('\n')[line - 1] ?? '';
  const [, element, value] = ASSIGNED.exec(text.slice(column - 1)) ?? [];
  return element !== undefined && text.slice(0, column - 1).endsWith(`${value}.__html==${element}.innerHTML)||(`);
}
