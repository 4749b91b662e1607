import { onFirstUse } from '../on-first-use.ts';
import type { Key } from './keys.ts';
import { looselyOf, SPELT_OUT } from './names.ts';

/** A department's name, and what it is chiefly for, by which people call it: "the science department". */
const DEPARTMENT = /^(?:Department|Ministry) (?:for|of) (\p{L}+)/u;

const patterns = onFirstUse(() =>
  [...SPELT_OUT].flatMap(([letters, name]) => {
    const [, field] = DEPARTMENT.exec(name) ?? [];
    if (field === undefined) return [];
    const forms = `${letters}|${looselyOf(name)}|${field} (?:department|ministry|minister|secretary)`;
    return [
      {
        key: letters.toLowerCase(),
        pattern: new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${forms})(?![\p{L}\p{N}])`, 'giu'),
      },
    ];
  }),
);
const anyPattern = onFirstUse(() => {
  const sources = patterns().map(({ pattern }) => pattern.source);
  return new RegExp(sources.join('|'), 'iu');
});

/** Departments in a text, each in one form however it is named: the words of its name say nothing of what is done. */
export function readDepartments(text: string): Key[] {
  if (!anyPattern().test(text)) return [];
  return patterns().flatMap(({ key, pattern }) =>
    Array.from(text.matchAll(pattern), ({ 0: written, index: start }) => ({
      key,
      family: key,
      start,
      end: start + written.length,
    })),
  );
}
