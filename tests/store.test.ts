import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';

const FOLDER = 'docs/store';
const LANGUAGES = await readdir('public/_locales');
const PICTURES = `${FOLDER}/pictures`;
const MOST = { name: 45, summary: 132, description: 15_000 } as const;
const MOST_OF_AN_ANSWER = 1000;
/** https://www.w3.org/TR/png-3/#11IHDR: width and height at bytes 16 and 20, colour type at 25; 2 has no transparency. */
const COLOUR_WITHOUT_ALPHA = 2;

describe.each(LANGUAGES)('the listing in %s', async (language) => {
  const read = async (part: string) => (await readFile(`${FOLDER}/${language}/${part}.txt`, 'utf8')).trimEnd();
  const messages = JSON.parse(await readFile(`public/_locales/${language}/messages.json`, 'utf8'));

  test.each(Object.entries(MOST))('has a %s of %i characters at most', async (part, most) => {
    const text = await read(part);
    expect(text.length).toBeGreaterThan(0);
    expect(text.length).toBeLessThanOrEqual(most);
  });

  test('has the name and the summary that the extension itself has', async () => {
    expect([await read('name'), await read('summary')]).toEqual([
      messages.extension_name.message,
      messages.extension_description.message,
    ]);
  });

  test('says as much as English does', async () => {
    const paragraphs = (text: string) => text.split('\n\n').length;
    const english = await readFile(`${FOLDER}/en/description.txt`, 'utf8');
    expect(paragraphs(await read('description'))).toBe(paragraphs(english.trimEnd()));
  });
});

test('an answer on permissions is no longer than a store takes', async () => {
  const text = await readFile(`${FOLDER}/permissions.md`, 'utf8');
  const answers = text.split(/^##+ .*$/m).slice(1);
  const written = answers.map((answer) => answer.trim()).filter((answer) => answer !== '');
  expect(written.length).toBeGreaterThan(5);
  expect(written.filter((answer) => answer.length > MOST_OF_AN_ANSWER)).toEqual([]);
});

describe('pictures', async () => {
  const names = (await readdir(PICTURES)).sort();

  test('are five, and a tile', () => {
    expect(names.map((name) => name.replace(/^\d-.*/, 'screen'))).toEqual([...Array(5).fill('screen'), 'tile.png']);
  });

  test.each(names)('%s has the size that stores ask for, and no transparency', async (name) => {
    const png = await readFile(`${PICTURES}/${name}`);
    const size = name === 'tile.png' ? [440, 280] : [1280, 800];
    expect(png.toString('latin1', 1, 4)).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20), png.readUInt8(25)]).toEqual([...size, COLOUR_WITHOUT_ALPHA]);
  });
});
