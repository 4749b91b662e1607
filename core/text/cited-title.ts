import { onFirstUse } from '../on-first-use.ts';

const INSTITUTE = String.raw`(?:the\s+)?(?:institute for government|ifg)`;
/** "Institute for Government, …", "IfG (2025): …", "Report: …". */
const aheadPattern = onFirstUse(
  () =>
    new RegExp(
      String.raw`^\s*(?:${INSTITUTE}(?:['’]s)?(?:\s+\((?:19|20)\d\d\))?\s*[,:–—|·-]|(?:(?:new|full|latest)\s+)?(?:report|publication|paper|analysis)\s*:)\s+`,
      'i',
    ),
);
/** "… (Institute for Government)", "… · IfG", "… (PDF, 2 MB)", "… (opens in a new tab)". */
const behindPattern = onFirstUse(
  () =>
    new RegExp(
      String.raw`\s*(?:[,|·•–—-]\s*${INSTITUTE}|[([](?:${INSTITUTE}|pdf\b[^)\]]{0,30}|opens\s+in[^)\]]{0,30}|external\s+link)[)\]])\s*$`,
      'i',
    ),
);
/** Ways in which a title is cited at once. */
const MOST = 4;
/** UTF-16 units: no title is longer. */
const LONGEST = 600;

/** A title without what those who cite it put before and behind it. */
export function withoutCitation(text: string): string {
  if (text.length > LONGEST) return text;
  let title = text;
  for (let times = 0; times < MOST; times += 1) {
    const shorter = title.replace(aheadPattern(), '').replace(behindPattern(), '');
    if (shorter === title || shorter.trim() === '') return title;
    title = shorter;
  }
  return title;
}
