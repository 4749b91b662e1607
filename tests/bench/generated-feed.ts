import { canonicalAddress } from '../../core/address/canonical.ts';
import { displayForm } from '../../core/address/display-form.ts';
import { parseFeed } from '../../core/link/parse-feed.ts';
import type { Feed } from '../../core/model/feed.ts';
import { describeFault } from '../../core/result.ts';
import { capital, makeReports, type Report } from './generated-reports.ts';
import { makeVocabulary, zipf } from './generated-words.ts';
import { createRandom } from './gold.ts';

export interface Generated {
  readonly feed: Feed;
  /** The most popular first. */
  readonly reports: readonly Report[];
}

/** How the posts are drawn. */
interface Drawing {
  readonly random: () => number;
  readonly word: () => string;
  readonly report: () => Report;
}

/** Words of a feed's posts are drawn with this exponent: the commonest 100 are 55 % of all, as in English prose. */
const OF_WORDS = 1.1;
/** Of 100,000 posts, about 2,000 are then about the most popular report, and most reports have ten or fewer. */
const OF_REPORTS = 0.83;
const WORDS_IN_POST = 33;
const REPORTS_PER_POST = 0.04;
const NEWEST = Date.UTC(2025, 10, 11, 9, 25);

/**
 * A feed of so many posts, the same for the same seed, that behaves like real ones where it matters to a library, read from
 * a text page as the bundled feed is:
 * - words follow Zipf's law, those of the gold pages first, and there are more distinct ones the more posts there are
 *   (Heaps' law: 30 times the root of all words, which is 54,000 at 100,000 posts);
 * - posts have up to 290 characters, 200 on average, in sentences of 6 to 19 words, one every 40 minutes;
 * - a quarter stands in threads of 8 to 17 posts with numbered recommendations about one report; three in ten link to a
 *   report with a link card and the display form of its address; one in ten links elsewhere, a third of them with a card;
 * - reports are 4 % of the posts, the gold pages first, with few that are popular and many with a post or two; of three in
 *   ten the full address is known;
 * - a report's title comes now and then as others write it: without "The", or with the site's name.
 */
export function generateFeed(count: number, seed = 1): Generated {
  const random = createRandom(seed);
  const vocabulary = makeVocabulary(Math.round(30 * Math.sqrt(count * WORDS_IN_POST)), random);
  const place = zipf(vocabulary.length, OF_WORDS);
  const word = () => vocabulary[place(random())] ?? '';
  const tellingWord = (): string => {
    const drawn = word();
    return drawn.length > 3 ? drawn : tellingWord();
  };
  const reports = makeReports(Math.max(5, Math.round(count * REPORTS_PER_POST)), random, tellingWord);
  const popularity = zipf(reports.length, OF_REPORTS);
  const report = () => reports[popularity(random())] ?? fail('there are no reports');
  const blocks = drawPosts(count, { random, word, report });
  const feed = parseFeed(`${headOf(seed, count)}${blocks.join('')}`, reports.flatMap(knownAddress));
  return { feed: feed.ok ? feed.value : fail(describeFault(feed.error)), reports };
}

function headOf(seed: number, count: number): string {
  const name = `generated-${seed}`;
  const counts = `702 Followers  |  234 Following  |  ${count} Posts  |  Joined: 01.11.2013`;
  return [`${name}'s Avatar`, name, `@${name}.example`, counts, `Latest posts by ${name}.example on Bluesky\n\n`].join(
    '\n\n',
  );
}

function knownAddress({ title, url, isKnown }: Report) {
  const address = canonicalAddress(url);
  return isKnown && address !== null ? [{ title, address, seen: 'generated' }] : [];
}

/** Posts as they stand in the page, the newest first. */
function drawPosts(count: number, drawing: Drawing): readonly string[] {
  const { random } = drawing;
  const blocks: string[] = [];
  for (let minute = NEWEST; blocks.length < count; minute -= 60_000 * (1 + Math.floor(random() * 80))) {
    const kind = random();
    const drawn = kind < 0.03 ? drawThread(drawing) : [drawAlone(kind, drawing)];
    const fits = blocks.length + drawn.length <= count ? drawn : [drawAlone(1, drawing)];
    blocks.push(...fits.map((post, place) => `${post}\n\n${stamp(minute, place === 0 ? 0 : 1, random)}\n`));
  }
  return blocks;
}

function drawAlone(kind: number, drawing: Drawing): string {
  const { random, word, report } = drawing;
  if (kind < 0.4) return drawAboutReport(report(), drawing);
  if (kind > 0.53) return `\n${drawText(290, drawing)}`;
  const path = Array.from({ length: 5 }, word).join('-');
  const address = displayForm(`https://www.paper-${Math.floor(random() * 50)}.example/${path}`);
  const card = `Preview\n${capital(drawSentence(8, drawing))} The ${drawSentence(11, drawing)} ${drawSentence(9, drawing)}\n`;
  return `${random() < 0.3 ? card : ''}\n${drawText(200, drawing)}\n${address}`;
}

function drawAboutReport({ title, url }: Report, drawing: Drawing): string {
  const drift = drawing.random();
  const called = drift < 0.05 ? title.replace(/^The (.)/, (_, letter: string) => letter.toUpperCase()) : title;
  const card = `${called} | Institute for Government ${drawSentence(12, drawing)}`;
  return `Preview\n${card}\n\n${drawText(200, drawing)}\n${displayForm(url)}`;
}

/** The posts of a thread about one report, the last first, with recommendations in sections. */
function drawThread(drawing: Drawing): readonly string[] {
  const { random, word, report } = drawing;
  const about = report();
  const middle = 6 + Math.floor(random() * 10);
  const sections = `${word()} ${word()}, ${word()} ${word()} and ${word()}`;
  const opening = `\nNEW REPORT ${drawText(150, drawing)}\n\nWe make recommendations, split into sections: ${sections}`;
  const posts = [opening.slice(0, 290)];
  for (let number = 1; number < middle * 2; number += 2)
    posts.push(`\n${number}. ${drawText(120, drawing)}\n\n${number + 1}. ${drawText(120, drawing)}`);
  posts.push(drawAboutReport(about, drawing));
  return posts.reverse();
}

function drawText(max: number, drawing: Drawing): string {
  let text = drawSentence(6, drawing).slice(0, max);
  while (drawing.random() > 0.08) {
    const sentence = drawSentence(6 + Math.floor(drawing.random() * 14), drawing);
    if (text.length + sentence.length >= max) break;
    text += ` ${sentence}`;
  }
  return text;
}

function drawSentence(words: number, { random, word }: Drawing): string {
  return `${capital(Array.from({ length: words }, word).join(' '))}${random() < 0.8 ? '.' : '?'}`;
}

function stamp(minute: number, replies: number, random: () => number): string {
  const [day = '', time = ''] = new Date(minute).toISOString().split('T');
  const likes = Math.floor(50 * random() ** 4);
  return `${day.split('-').reverse().join('.')} ${time.slice(0, 5)} — 👍 ${likes}    🔁 ${likes >> 2}    💬 ${replies}    📌 0`;
}

function fail(reason: string): never {
  throw new Error(`The generated feed: ${reason}`);
}
