import { onFirstUse } from '../on-first-use.ts';
import { titleStems } from './titles.ts';

const INSTITUTE = String.raw`(?:the\s+)?(?:institute for government|ifg)`;
const REPORT = String.raw`(?:(?:new|full|latest)\s+)?(?:report|publication|paper|analysis)`;
/** "Institute for Government, …", "IfG (2025): …", "Report: …", "Read the IfG’s full report: …", "Download …". */
const aheadPattern = onFirstUse(
  () =>
    new RegExp(
      String.raw`^\s*(?:${INSTITUTE}(?:['’]s)?(?:\s+\((?:19|20)\d\d\))?\s*[,:–—|·-]|(?:${INSTITUTE}(?:['’]s)?\s+|the\s+)?${REPORT}\s*[,:]|(?:read|see|view|download)(?:\s+more)?\s*:?)\s+`,
      'i',
    ),
);
/** "… (Institute for Government)", "…. IfG", "… (PDF, 2 MB)", "… (opens in a new tab)". */
const behindPattern = onFirstUse(
  () =>
    new RegExp(
      String.raw`\s*(?:[,.|·•–—-]\s*${INSTITUTE}(?:,\s*london)?\.?|[([](?:${INSTITUTE}|pdf\b[^)\]]{0,30}|opens\s+in[^)\]]{0,30}|external\s+link)[)\]])\s*$`,
      'i',
    ),
);
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DATE = String.raw`(?:(?:\d{1,2}\s+)?${MONTH}\s+)?(?:19|20)\d\d`;
/** "…, 30 September 2025", "… (2025)", "… (Institute for Government, 2025)". */
const datePattern = onFirstUse(
  () => new RegExp(String.raw`\s*(?:,\s*${DATE}|[([](?:${INSTITUTE}\s*,?\s*)?${DATE}[)\]])\.?\s*$`, 'i'),
);
/** Telling words of a title from which on hardly another is called the same in another year. */
const TELLING = 4;
/** Ways in which a title is cited at once. */
const MOST = 4;
/** UTF-16 units: no title is longer. */
const LONGEST = 600;

/** A title without what those who cite it put before and behind it. */
export function withoutCitation(text: string): string {
  if (text.length > LONGEST) return text;
  const undated = withoutEach(text, [aheadPattern(), behindPattern(), datePattern()]);
  return undated === text || isToldByItself(undated) ? undated : withoutEach(text, [aheadPattern(), behindPattern()]);
}

/** Whether a title says without the day of its citation which edition it is. */
function isToldByItself(title: string): boolean {
  const stems = titleStems(title);
  return stems.length >= TELLING || stems.some((stem) => /^(?:19|20)\d\d$/.test(stem));
}

function withoutEach(text: string, patterns: readonly RegExp[]): string {
  let title = text;
  for (let times = 0; times < MOST; times += 1) {
    const shorter = patterns.reduce((rest, pattern) => rest.replace(pattern, ''), title);
    if (shorter === title || shorter.trim() === '') return title;
    title = shorter;
  }
  return title;
}
