/** A post's text as its copies are compared, whatever white space is lost, and however much of addresses is shown. */
export interface ComparedText {
  readonly whole: string;
  /** Its ASCII letters and digits in lower case: no garbling of UTF-8 adds one or takes one away. */
  readonly letters: string;
  /** The letters without those of the last word, through which a cut may go. */
  readonly uncut: string;
}

/** UTF-16 units of a path; display forms show 13. */
const SHOWN_OF_PATH = 12;
const LOST = '\ufffd';

export function readComparedText(text: string): ComparedText {
  const words = text.normalize('NFC').split(/\s+/).map(shortenAddress);
  const whole = words.join('');
  return { whole, letters: lettersOf(whole), uncut: lettersOf(words.slice(0, -1).join('')) };
}

/** Whether a text can be a copy of another in which characters were lost, and its end; not all of it. */
export function mayBeCopy(copy: ComparedText, original: ComparedText): boolean {
  if (copy.whole.replaceAll(LOST, '') === '') return false;
  let from = 0;
  return copy.whole.split(LOST).every((piece, place) => {
    const at = place === 0 ? (original.whole.startsWith(piece) ? 0 : -1) : original.whole.indexOf(piece, from);
    from = at + piece.length;
    return at !== -1;
  });
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, '');
}

function shortenAddress(word: string): string {
  const bare = word.includes('.') ? word.replace(/https?:\/\/|www\./gi, '') : word;
  const path = bare.indexOf('/');
  return path !== -1 && bare.slice(0, path).includes('.') ? bare.slice(0, path + SHOWN_OF_PATH) : bare;
}
