/** A line that begins with its number in a list. */
export interface NumberedLine {
  readonly number: number;
  readonly text: string;
  /** Whether nothing but a list is written so: "1/" counts posts as well, "10:" may be a time and "3 –" a score. */
  readonly isCertain: boolean;
}

/** Signs that are numbers, each row from its first sign on: ①, ㉑, ㊱, ❶, ⓫, ➀, ➊, ⓵, ⑴, ⒈, 🄁 and 🔟. */
const ROWS = [
  [0x2460, 1, 20],
  [0x3251, 21, 15],
  [0x32b1, 36, 15],
  [0x2776, 1, 10],
  [0x24eb, 11, 10],
  [0x2780, 1, 10],
  [0x278a, 1, 10],
  [0x24f5, 1, 10],
  [0x2474, 1, 20],
  [0x2488, 1, 20],
  [0x1f102, 1, 9],
  [0x1f51f, 10, 1],
] as const;
const numberOfSign = new Map(
  ROWS.flatMap(([sign, first, length]) =>
    Array.from({ length }, (_, index) => [String.fromCodePoint(sign + index), first + index] as const),
  ),
);

/** Plain digits, those of full width, and the bold ones of posts. */
export const DIGITS = String.raw`([0-9０-９\u{1d7ce}-\u{1d7ff}]{1,2})`;
/** A space, or the capital that begins a sentence. */
const GAP = String.raw`(?:\s+|(?=\p{Lu}\p{Ll}|\p{Lo}))`;
/** How a point is called by itself: "Recommendation 3", "REC #3". */
export const LABEL = '(?:[Rr]ec(?:ommendation)?|REC(?:OMMENDATION)?|[Pp]roposal|PROPOSAL)';
export const CALLED = String.raw`(?:${LABEL}\.?\s+#?|#)`;
const forms = (...sources: readonly string[]) => sources.map((source) => new RegExp(`^\\s*${source}(\\S.*)$`, 'u'));

const SIGNS = /^\s*(\p{No}|🔟)\ufe0f?[.):\s–—-]*(\S.*)$/u;
const KEYCAPS = /^\s*((?:\d\ufe0f?\u20e3\ufe0f?){1,2})[.):\s–—-]*(\S.*)$/u;
const CERTAIN = [
  ...forms(String.raw`${CALLED}${DIGITS}\s?[.:)）：–—-]${GAP}`),
  // "Recommendation 3 Publish a plan", but not "Recommendation 3 is about plans".
  ...forms(String.raw`${LABEL}\.?\s+#?${DIGITS}\s+(?=\p{Lu})`),
  ...forms(String.raw`R${DIGITS}\s?[.:)–—]${GAP}`),
  ...forms(String.raw`[(（[［{]\s?${DIGITS}\s?[)）\]］}][.:]?${GAP}`),
  ...forms(String.raw`${DIGITS}(?:[.．]?[)）]|[.．、：\]]|\.-)${GAP}`),
];
/** What stands before a number only to be seen: "✅ 1.", "- 1)". */
export const BULLET = /^\s*(?:(?:\p{Extended_Pictographic}\ufe0f?)+|[-–—•*·▪▶►](?=\s))\s*/u;
const LIKELY = forms(String.raw`${DIGITS}\s?[/／:：]\s+`, String.raw`${DIGITS}(?:\s+[–—-]|[–—-])\s+`);

const MONTH =
  '(?:(?:january|february|april|june|july|august|september|october|november|december|jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec)\\b' +
  '|(?:march|may|mar)\\b(?=[.,:;]?\\s*(?:\\d|$)|[.,:;–-]))';
/** What is a day, and not a point, with the number before it. */
const REST_OF_DATE = new RegExp(`^(?:${MONTH}|\\d{1,2}[./-](?:\\s|$|\\d{1,4}[./-]?(?:\\s|$)))`, 'i');
const FIGURES =
  /[\d\s.,:;/%£$€+()–—-]+|(?<!\p{L})(?:bn|mn|tn|billion|million|trillion|thousand|per ?cent|percentage|points?|pts?|pp|am|pm|hours?|hrs?|mins?|minutes?|years?|yrs?|days?|weeks?|months?)\b/giu;

/** The number with which a line begins, in any of the forms that people give the points of a list; null for any other line. */
export function readNumber(line: string): NumberedLine | null {
  const certain = readCertain(line) ?? readCertain(line.replace(BULLET, ''));
  const found = certain ?? readForm(line, LIKELY);
  if (found === null || REST_OF_DATE.test(found.text) || isOnlyFigures(found.text)) return null;
  if (certain === null && /^[\d£$€]/.test(found.text)) return null;
  return { ...found, isCertain: certain !== null };
}

function readCertain(line: string): Read | null {
  return readSign(line) ?? readForm(line, CERTAIN);
}

type Read = Omit<NumberedLine, 'isCertain'>;

function readSign(line: string): Read | null {
  const [, sign = '', behind = ''] = SIGNS.exec(line) ?? [];
  const number = numberOfSign.get(sign);
  if (number !== undefined) return { number, text: behind };
  const [, caps, text = ''] = KEYCAPS.exec(line) ?? [];
  return caps === undefined ? null : { number: Number(caps.replace(/\D/g, '')), text };
}

function readForm(line: string, shapes: readonly RegExp[]): Read | null {
  for (const shape of shapes) {
    const [, digits, text = ''] = shape.exec(line) ?? [];
    if (digits !== undefined) return { number: Number(digits.normalize('NFKC')), text };
  }
  return null;
}

/** Whether no word is left without the figures and what they count. */
function isOnlyFigures(text: string): boolean {
  return !/\p{L}{2}/u.test(text.replace(FIGURES, ' '));
}
