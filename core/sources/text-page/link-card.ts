import type { LinkCard } from '../../model/post.ts';

/** With a site's name behind it, it is part of a title there: "… | Institute for Government - YouTube". */
const BEHIND_TITLE =
  /(?<=.)\|\s*(?:The )?Institute for Government(?=\s|$)(?!\s*[-–—|·•]\s)(?!\s+(?:podcast|on (?:youtube|spotify|apple))\b)/i;
const STARTS_SENTENCE =
  /^(?:the|a|an|this|that|these|those|it|its|we|our|you|your|they|he|she|i|in|on|at|as|with|for|from|after|before|while|when|where|why|how|what|who|which|if|there|here|but|and|or|not|no|new|more|most|all|some|one|think|read|find|by|to|of|is|are|\w+ing)$/i;
const NEVER_ENDS_TITLE =
  /^(?:the|a|an|of|to|in|on|at|by|for|from|with|and|or|but|as|is|are|was|were|be|says|said|its|his|her|their|our|my|your|that|than|vs|de)$/i;

/**
 * Tells title and description of a card apart; the feed puts both on one line. The Institute's own titles
 * end in "| Institute for Government". For other sites the split is the likeliest beginning of a sentence.
 */
export function readLinkCard(line: string, siteName: string | null): LinkCard {
  const behind = BEHIND_TITLE.exec(line);
  if (behind !== null) {
    const title = line.slice(0, behind.index).trim();
    const description = line.slice(behind.index + behind[0].length).trim();
    return { title, description, siteName: 'Institute for Government', titleIsCertain: true };
  }
  const words = line.split(/\s+/);
  const cut = bestCut(words);
  return {
    title: words.slice(0, cut).join(' '),
    description: words.slice(cut).join(' '),
    siteName,
    titleIsCertain: false,
  };
}

/** The index of the word that begins the description; the number of words where none does. */
function bestCut(words: readonly string[]): number {
  let best = words.length;
  let bestScore = 0;
  let length = 0;
  for (let index = 1; index < words.length; index += 1) {
    length += (words[index - 1] ?? '').length + 1;
    const score = length < 15 || length > 220 ? 0 : scoreCut(words, index) + lengthScore(length);
    if (score > bestScore) {
      best = index;
      bestScore = score;
    }
  }
  return best;
}

function scoreCut(words: readonly string[], index: number): number {
  const before = words[index - 1] ?? '';
  const after = words[index] ?? '';
  const next = words[index + 1] ?? '';
  if (!/^["'“‘(]?[\p{Lu}\p{N}£$€]/u.test(after)) return -9;
  if (NEVER_ENDS_TITLE.test(before) || /[,:;–—&|-]$/.test(before)) return -9;
  let score = 1;
  if (/[.?!…]["'”’)]?$/.test(before)) score += 1.5;
  if (STARTS_SENTENCE.test(after.replace(/[^\p{L}]/gu, ''))) score += 2;
  if (after === words[0] && next === words[1]) score += 3;
  if (/^["'“‘]?\p{Lu}/u.test(before)) score -= 0.75;
  if (/^\p{Lu}/u.test(next)) score -= 1;
  if (/^[\p{N}£$€]/u.test(after)) score -= 1.5;
  return score;
}

/** Titles have about 70 characters, few have less than 30 or more than 110. */
function lengthScore(length: number): number {
  return 1 - Math.abs(Math.log(length / 70));
}
