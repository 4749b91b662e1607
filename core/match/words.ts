import { stemmer } from 'stemmer';

const STOP_WORDS = new Set(
  (
    'a an as at before but by for from is in into like of off on onto per since than the this that to up via with and or ' +
    'be are was were it its has have had not do does did can will would should could must may more most how what why who ' +
    'when where which i we you he she they them their our your his her s t re ve ll'
  ).split(' '),
);

/** The stems of a text's telling words, in order, with repeats. Linear in the text's length. */
export function stemsOf(text: string): string[] {
  return wordsOf(text)
    .filter((word) => !STOP_WORDS.has(word))
    .map(stemOf);
}

const ASCII = /^[\x20-\x7e\n]*$/;

/** The words of a text in lower case, without accents and apostrophes. */
export function wordsOf(text: string): string[] {
  if (ASCII.test(text))
    return (
      text
        .replaceAll("'", '')
        .toLowerCase()
        .match(/[a-z0-9]+/g) ?? []
    );
  const plain = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’‘]/g, '')
    .toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

const stems = new Map<string, string>();

function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = word.length > 40 ? word : stemmer(word);
  if (stems.size < 5000) stems.set(word, stem);
  return stem;
}
