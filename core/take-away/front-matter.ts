import type { Cell, Row } from './rows.ts';

/** What JSON leaves as it is, and YAML takes for a line's end or does not allow. */
const NOT_PRINTED = /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g;

/** The properties of a Markdown file as YAML between lines of `---`; what is empty is left out. */
export function formatFrontMatter(properties: Row): string {
  const lines = Object.entries(properties).flatMap(([name, value]) =>
    value === null || value === '' || (typeof value === 'object' && value.length === 0)
      ? []
      : [`${name}:${formatValue(value)}`],
  );
  return ['---', ...lines, '---', ''].join('\n');
}

function formatValue(value: Cell): string {
  return typeof value === 'object' && value !== null
    ? value.map((each) => `\n  - ${quote(each)}`).join('')
    : ` ${typeof value === 'string' ? quote(value) : value}`;
}

/** A text of JSON is one of YAML, whatever is in it: https://yaml.org/spec/1.2.2/#12-the-json-schema. */
function quote(text: string): string {
  return JSON.stringify(text).replace(NOT_PRINTED, escapeUnit);
}

/** A UTF-16 unit as JSON and YAML write it in a quoted text. */
export function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
