import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../core/languages.ts';
import english from '../public/_locales/en/messages.json';
import { withoutDescriptions } from '../scripts/shipped-messages.ts';
import { readSourceWords, wordsOf } from './source-words.ts';

interface Entry {
  readonly message: string;
  readonly description?: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string; readonly example?: string }>>;
}
type Messages = Readonly<Record<string, Entry>>;

const FOLDERS = (await readdir('public/_locales')).sort();
const KEYS = Object.keys(english);
const sources = await readSourceWords();

/** The last part of a key whose message has a form for each plural of its language. */
const PLURAL = /_(zero|one|two|few|many|other)$/;
const isPlural = (key: string) => /^count_/.test(key);
const stemOf = (key: string) => (isPlural(key) ? key.replace(PLURAL, '') : key);
const unique = (keys: readonly string[]) => [...new Set(keys)];

const placeholdersIn = (message: string) => (message.match(/\$\d/g) ?? []).sort();

/** What may be as in English, by language. */
const SAME: Readonly<Record<string, readonly string[]>> = { cy: ['extension_name', 'direction', 'kind_none'] };
/** Of a language without such a list at most this part. */
const MOST_SAME = 0.05;

const readMessages = async (language: string): Promise<Messages> =>
  JSON.parse(await readFile(`public/_locales/${language}/messages.json`, 'utf8'));

test('each language with a folder can be chosen, and no other', () => {
  expect(Object.keys(LANGUAGES).sort()).toEqual(FOLDERS);
});

describe.each(FOLDERS)('%s', async (language) => {
  const messages = await readMessages(language);

  test('says all that English says, in the same order, and no more', () => {
    expect(unique(Object.keys(messages).map(stemOf))).toEqual(unique(KEYS.map(stemOf)));
  });

  test.each(unique(KEYS.filter(isPlural).map(stemOf)))('%s has a form for each plural of the language', (stem) => {
    const forms = Object.keys(messages).filter((key) => isPlural(key) && stemOf(key) === stem);
    const { pluralCategories } = new Intl.PluralRules(messages.language?.message).resolvedOptions();
    expect(forms.map((key) => key.slice(stem.length + 1)).sort()).toEqual([...pluralCategories].sort());
    expect(forms.map((key) => placeholdersIn(messages[key]?.message ?? ''))).toEqual(forms.map(() => ['$1']));
  });

  test.each(KEYS)('%s has words, and the places that English has', (key) => {
    const message = messages[key]?.message ?? '';
    expect(message.trim()).not.toBe('');
    expect(placeholdersIn(message)).toEqual(placeholdersIn(english[key as keyof typeof english].message));
    expect(message).not.toMatch(/\$(?!\d)|['"]|\.\.\./);
  });

  test('names its own language, so that dates and screen readers follow', () => {
    const [own] = Intl.getCanonicalLocales(messages.language?.message ?? '');
    expect(own?.split('-')[0]).toBe(language);
    expect(Intl.DateTimeFormat.supportedLocalesOf(own ?? '')).toEqual([own]);
  });

  test('has a direction, and twelve months of each length', () => {
    expect(['ltr', 'rtl']).toContain(messages.direction?.message);
    expect(messages.months?.message.split(' ')).toHaveLength(12);
    expect(messages.months_short?.message.split(' ')).toHaveLength(12);
  });

  test('has a description that stores take', () => {
    expect(messages.extension_description?.message.length).toBeLessThanOrEqual(132);
  });

  test.each([
    ['copy', 'copy_post'],
    ['copy', 'copy_recommendation_title'],
  ])('what the button “%s” is called begins with what it shows, for those who speak to it', (shown, called) => {
    expect(messages[called]?.message.startsWith(messages[shown]?.message ?? '–')).toBe(true);
  });
});

test.each(FOLDERS.filter((language) => language !== 'en'))('%s is not English left as it was', async (language) => {
  const messages = await readMessages(language);
  const same = KEYS.filter((key) => messages[key]?.message === english[key as keyof typeof english].message);
  const may = SAME[language];
  if (may !== undefined) expect(same).toEqual(may);
  else expect(same.slice(Math.floor(KEYS.length * MOST_SAME))).toEqual([]);
});

describe('translators are told', async () => {
  const entries = Object.entries(await readMessages('en'));

  test('of each key where it is seen, each in words of its own', () => {
    const told = entries.map(([key, { description = '' }]) => ({ key, description }));
    expect(told.filter(({ description }) => !/^\p{Lu}.{10,}\.$/u.test(description))).toEqual([]);
    const again = told.filter(({ description }, at) => told.findIndex((one) => one.description === description) !== at);
    expect(again).toEqual([]);
  });

  test('of each place what stands there, in its order and with an example', () => {
    const wrong = entries.filter(([, { message, placeholders = {} }]) => {
      const told = Object.values(placeholders);
      const isWhole = told.every(({ example = '' }) => example.trim() !== '');
      return !isWhole || told.map(({ content }) => content).join() !== unique(placeholdersIn(message)).join();
    });
    expect(wrong).toEqual([]);
  });

  test('and readers are not: what is built has the messages alone', () => {
    const file = JSON.stringify(Object.fromEntries(entries));
    const shipped = JSON.parse(withoutDescriptions(file)) as Messages;
    expect(Object.keys(shipped)).toEqual(KEYS);
    expect(Object.entries(shipped)).toEqual(
      KEYS.map((key) => [key, { message: english[key as keyof typeof english].message }]),
    );
  });
});

// What is looked up elsewhere is of the type `MessageKey`.
test('each key that the manifest names exists', async () => {
  const named = [...(await readFile('wxt.config.ts', 'utf8')).matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key);
  expect(named).not.toEqual([]);
  expect(named.filter((key) => !KEYS.includes(key ?? ''))).toEqual([]);
});

test('each key is used', () => {
  const strings = [...sources.values()].flatMap((words) => words.strings);
  const isUsed = (key: string) => strings.some((each) => (typeof each === 'string' ? each === key : each.test(key)));
  expect(KEYS.filter((key) => !isUsed(key))).toEqual([]);
});

test('no words stand in code', () => {
  const written = [...sources].flatMap(([path, words]) =>
    words.written.filter((each) => !KEYS.includes(each)).map((each) => `${path}: ${each}`),
  );
  expect(written).toEqual([]);
});

test('words in code would be found', () => {
  const source = "const a = <p title='Some words'>Hello {translate('greeting')} {translate(`a_$" + '{b}`)}</p>;';
  const { strings, written } = wordsOf('a.tsx', source);
  expect([...written].sort()).toEqual(['Hello', 'Some words']);
  expect(strings).toContain('greeting');
  expect(strings.some((each) => each instanceof RegExp && each.test('a_thing') && !each.test('b_thing'))).toBe(true);
});

test.each([
  ['en', /\b(?:certain|is said|is found|found for|gloss|the library (?:did|has|holds|knows))\b/i],
  ['cy', /\b(?:sicr\.|dweud am|glos|mae’r llyfrgell|y llyfrgell bostiad)/i],
])('%s has no words that only its makers understand', async (language, odd) => {
  const messages = await readMessages(language);
  const said = Object.values(messages).map(({ message }) => message.replaceAll('IfG Gloss', ''));
  expect(said.filter((message) => odd.test(message))).toEqual([]);
});
