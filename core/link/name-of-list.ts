import { onFirstUse } from '../on-first-use.ts';
import { isHeadingOfOthers, isOfOthers, isSaidByOthers, NOUN, VERB, withOurNames } from './of-others.ts';
import { OBLIGES } from './says-what-to-do.ts';

/**
 * What the words before a numbered list call it: `recommendations`, where they introduce it so; `others`, where they
 * introduce anything else, or what somebody else proposes; `mentioned`, where they speak of recommendations, but perhaps
 * not of this list; null where they call it nothing.
 */
export type NameOfList = 'recommendations' | 'mentioned' | 'others' | null;

const recommendationsPattern = onFirstUse(() => new RegExp(`${NOUN}|${VERB}`, 'i'));
/** "We do not recommend", "recommendations that we rejected", "we stopped short of recommending". */
const NEGATED =
  /\b(?:not|never|nobody|no one|none|neither|nor|against|reject(?:ed|s)?|dropp?ed|without|refrain\w*|avoid(?:ed|s|ing)?|stopp?(?:ed|s|ing)?\s+short|(?:wrong|unwise|foolish|a\s+mistake)\s+to|(?:could|might)\s+have|(?:asked|wanted|urged|told|pressed)\s+us\s+to)\b|n['’]t\b|\b(?:no|bad|worst|terrible)\s+(?=recommendation|proposal)|\b(?:recommendations?|proposals?)\s+to\s+(?:ignore|avoid|reject)\b/i;
/** What was recommended at another time, or will be: in another report. */
const otherTimePattern = onFirstUse(
  () =>
    new RegExp(
      [
        `\\b(?:last|previous|earlier|past|former|next|future|forthcoming|old(?:er)?)\\s+(?:[\\p{L}-]+\\s+){0,2}(?:reports?|papers?|${NOUN})\\b`,
        `\\b(?:last|previous|past)\\s+(?:year|month|week|spring|summer|autumn|winter|time)\\b(?!['’]s)`,
        `\\b(?:19|20)\\d\\d\\s+(?:[\\p{L}-]+\\s+){0,2}${NOUN}`,
        `\\b(?:(?:in|from|of|back in)\\s+(?:19|20)\\d\\d|(?:19|20)\\d\\d\\s+(?:report|paper))\\b[^.:]{0,60}\\b(?:recommended|proposed|called\\s+for|made)\\b`,
        `\\b(?:recommended|proposed|made)\\b[^.:]{0,60}\\b(?:in|back in)\\s+(?:19|20)\\d\\d\\b`,
        '\\b(?:years?|months?|weeks?|decades?)\\s+ago\\b|\\bused\\s+to\\s+(?:recommend|propose)\\b|\\b(?:will|going\\s+to)\\s+(?:recommend|propose)\\b|\\b(?:once|previously|earlier)\\s+recommended\\b',
      ].join('|'),
      'iu',
    ),
);
/** To read and to listen to, not to do. */
const ofReadingPattern = onFirstUse(
  () =>
    new RegExp(
      `\\b(?:book|podcast|reading|film|tv|music|article|listening|viewing|restaurant|gift|travel)s?\\s+${NOUN}|\\b(?:books?|podcasts?|articles?|films?|pieces?|reads)\\b[^.:]*\\brecommend|${NOUN}\\s+for\\s+(?:[\\p{L}-]+\\s+){0,2}(?:reading|listening|viewing|watching)\\b`,
      'iu',
    ),
);
/** What came of recommendations, or speaks for them: "those the government has accepted", "one year on", "the case for them". */
const afterwardsPattern = onFirstUse(
  () =>
    new RegExp(
      [
        `${NOUN}[^.:]{0,60}\\b(?:ignored|accepted|adopted|implemented|taken\\s+up|met|delivered|acted\\s+on)\\b`,
        `${NOUN}[^.:]{0,40}\\b(?:years?|months?|weeks?|decades?)\\s+(?:on|later|after)\\b`,
        `^[^\\p{L}]*(?:since|after|once|when)\\b[^.:]{0,60}${NOUN}`,
        `\\b(?:case|evidence|rationale|arguments?|thinking)\\s+(?:for|behind)\\b[^.:]{0,60}${NOUN}`,
      ].join('|'),
      'iu',
    ),
);
/** A list that is about recommendations, as "reactions to our recommendations", "what our recommendations would cost". */
const aboutPattern = onFirstUse(
  () =>
    new RegExp(
      `\\b(?:with|to|on|by|about|before|after|behind|under|than|from|(?<!\\b(?:lots?|number|set|list|series|summary|all|some|one|two|three|four|five|\\d+|most)\\s+)of)\\s+(?:(?:our|my|its|these|those|the|all|any|each|\\d+|two|three|four|five|six|ten)\\s+){0,3}(?:[\\p{L}-]+\\s+)?${NOUN}|^\\s*(?:what|how|why|who|where|when)\\b(?!\\s+(?:do|does|would|should|are|is|we|i)\\b)|^\\s*(?:why|how)\\b`,
      'iu',
    ),
);
const OTHER =
  '(?:findings?|reasons?|problems?|issues?|challenges?|barriers?|obstacles?|lessons?|questions?|charts?|graphs?|maps?|facts?|figures?|statistics|stats|take-?aways?|observations?|thoughts?|reflections?|caveats?|examples?|mistakes?|risks?|threats?|trends?|themes?|myths?|points?|causes?|factors?|conclusions?|scenarios?|options?|principles?|tests|criteria|aims?|goals?|objectives?|reading|links|sources|references|resources|contents|chapters|things(?![^.:]*\\b(?:should|must|needs?|could|can)\\b))';
const othersPattern = onFirstUse(() => new RegExp(`\\b${OTHER}\\b`, 'i'));
const countedOthersPattern = onFirstUse(
  () =>
    new RegExp(
      `\\b(?:\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|several|some|many)\\s+(?:[\\p{L}-]+\\s+){0,2}${OTHER}\\b`,
      'iu',
    ),
);
/** "Ministers should not:", "What not to do:", "Mistakes to avoid:". */
const FORBIDS =
  /\b(?:should|must|ought|shall|need|do|does|can|could|would)(?:\s+(?:not|never)|n['’]t)(?:\s+to)?(?:\s+[\p{L}-]+){0,2}\s*:?\s*$|\bnot\s+to\s+(?:do|be)\b|\bto\s+avoid\s*:?\s*$|\bhow\s+(?:not\s+to|to\s+(?:waste|fail|ruin|break|lose))\b/iu;
/** "How to apply:", "What you can do:", "How to use our data:". */
const FOR_READER =
  /\b(?:how|where|when)\s+(?:to|you\s+can|can\s+you|do\s+(?:you|i))\s+(?:apply|use|join|register|watch|listen|read|respond|contribute|sign|book|get\s+(?:involved|in\s+touch|tickets)|attend|take\s+part|follow|subscribe|download|cite|contact|find|help)\b|\bwhat\s+(?:you\s+(?:can|could)|can\s+you)\b|\b(?:apply|register|sign\s+up|book)\b[^.:]{0,30}:\s*$/iu;
/** The words of a sentence that is a heading and nothing else. */
const MOST_IN_HEADING = 4;
const INTRODUCES = /:\s*$|\b(?:here|below|following|follows?|are|were)\b/i;
const SENTENCE = /(?<=[.!?:;…])[^\S\n]+|(?<=\n)/;

/** What a list is called by the sentence before it that calls it anything, the last first. */
export function nameOfList(lead: string): NameOfList {
  const sentences = sentencesOf(lead);
  for (const [index, sentence] of [...sentences.entries()].toReversed()) {
    const next = sentences[index + 1];
    const name =
      nameIn(sentence, sentences[index - 1] ?? '', next === undefined) ??
      (next === undefined ? nameOfHeading(sentence) : null);
    if (name !== null && !isAnswered(name, sentence, next)) return name;
  }
  return null;
}

/** Whether the words before a list whose points call themselves recommendations say that they are not ours, or not recommended. */
export function saysNotOurs(lead: string): boolean {
  const sentences = sentencesOf(lead);
  const place = sentences.findLastIndex((sentence) => recommendationsPattern().test(sentence));
  const [last = '', named = ''] = [sentences.at(-1), sentences[place]];
  if (nameOfHeading(last) === 'others') return true;
  const introduces = INTRODUCES.test(named) || place === sentences.length - 1;
  return introduces && (isNoneToTake(named) || isOfOthers(named, sentences[place - 1] ?? ''));
}

/** Whether a text speaks of recommendations at all. */
export function speaksOfRecommendations(text: string): boolean {
  return recommendationsPattern().test(withoutAddresses(text));
}

/** With our own names as "our". */
function sentencesOf(lead: string): readonly string[] {
  return withoutAddresses(lead)
    .split(SENTENCE)
    .filter((sentence) => sentence.trim() !== '')
    .map(withOurNames);
}

/** "example.org/recommendations" names a page. */
function withoutAddresses(text: string): string {
  return text.replace(/\S+/g, (word) => (/^[^./]+\.[^/]*\//.test(word.replace(/^https?:\/\//i, '')) ? '' : word));
}

function nameIn(sentence: string, before: string, isLast: boolean): NameOfList {
  const introduces = INTRODUCES.test(sentence) || (sentence.match(/\p{L}+/gu) ?? []).length <= MOST_IN_HEADING;
  const place = sentence.search(recommendationsPattern());
  // "Recommendations on the challenges" are no challenges.
  const ahead = place < 0 ? sentence : sentence.slice(0, place);
  if (countedOthersPattern().test(sentence) || (introduces && othersPattern().test(ahead)))
    return place < 0 || introduces ? 'others' : 'mentioned';
  if (place < 0) return null;
  if (isNoneToTake(sentence) || isOfOthers(sentence, before)) return introduces || isLast ? 'others' : 'mentioned';
  return introduces && !aboutPattern().test(sentence) ? 'recommendations' : 'mentioned';
}

function isNoneToTake(sentence: string): boolean {
  return [NEGATED, ofReadingPattern(), afterwardsPattern(), otherTimePattern()].some((pattern) =>
    pattern.test(sentence),
  );
}

/**
 * Right before a list: "Labour's five missions:" are no advice, but "the government should:" is, unless somebody else says
 * so, or it is what should not be done; and what the reader may do ("How to apply:") is none.
 */
function nameOfHeading(sentence: string): NameOfList {
  if (FORBIDS.test(sentence) || FOR_READER.test(sentence) || isSaidByOthers(sentence)) return 'others';
  return isHeadingOfOthers(sentence) && !OBLIGES.test(sentence) ? 'others' : null;
}

/** "Three problems: money, people and time" says them itself. */
function isAnswered(name: NameOfList, sentence: string, next: string | undefined): boolean {
  return name === 'others' && sentence.endsWith(':') && next !== undefined;
}
