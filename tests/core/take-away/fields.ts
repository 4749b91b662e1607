import { readFile } from 'node:fs/promises';

/** A plain value with one thing in it changed. */
export interface Changed {
  /** As `post.linkCard.title`; what stands in a list is named by the list. */
  readonly path: string;
  readonly value: unknown;
}

/** All ways in which one field of a value can be another. */
export function changeEach(value: unknown, path: string): readonly Changed[] {
  if (Array.isArray(value))
    return value.flatMap((each, place) =>
      changeEach(each, path).map((changed) => ({ path: changed.path, value: value.with(place, changed.value) })),
    );
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, each]) =>
      changeEach(each, `${path}.${name}`).map((changed) => ({
        ...changed,
        value: { ...value, [name]: changed.value },
      })),
    );
  return [{ path, value: changeLeaf(value) }];
}

const MONTHS = 70 * 24 * 3600 * 1000;

function changeLeaf(value: unknown): unknown {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value > MONTHS ? value + MONTHS : value + 1;
  const text = String(value);
  // A day stays one.
  return /^\d{4}-\d\d-\d\d/.test(text) ? text.replace(/^\d{4}/, '2031') : `${text}x`;
}

/** The names of the fields that an interface of the model has in its own lines. */
export async function readFields(file: string, name: string): Promise<readonly string[]> {
  const source = await readFile(`core/model/${file}.ts`, 'utf8');
  const [, body = ''] = new RegExp(`^(?:export )?interface ${name}\\b[^{]*\\{\\n(.*?)^\\}`, 'ms').exec(source) ?? [];
  return [...body.matchAll(/^ {2}readonly (\w+)\??:/gm)].map(([, field = '']) => field);
}
