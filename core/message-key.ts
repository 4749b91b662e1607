import type english from '../public/_locales/en/messages.json';

type EnglishKey = keyof typeof english;

/** What is counted in words, with a message for each plural of a language. */
export type Countable = EnglishKey extends infer Key ? (Key extends `count_${infer What}_other` ? What : never) : never;

/** A key of `_locales`. English has them all, but for plurals that only other languages have. */
export type MessageKey = EnglishKey | `count_${Countable}_${Intl.LDMLPluralRule}`;

type KeyPart<Name extends string> = Name extends `${infer Start}-${infer End}` ? `${Start}_${KeyPart<End>}` : Name;

/** A name as a part of a key: keys have no hyphens. */
export function keyPart<Name extends string>(name: Name): KeyPart<Name> {
  // The type says what is replaced.
  return name.replaceAll('-', '_') as KeyPart<Name>;
}
