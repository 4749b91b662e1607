/**
 * What the words before a numbered list call it: `recommendations`, where they introduce it so; `others`, where they
 * introduce anything else, or what somebody else proposes; `mentioned`, where they speak of recommendations, but perhaps
 * not of this list; null where they call it nothing.
 */
export type NameOfList = 'recommendations' | 'mentioned' | 'others' | null;

/** "I recommend reading this" recommends nothing to anybody who governs. */
const READING =
  '(?:you\\s+)?(?:(?:a|the|this|that|his|her|their|our)\\s+)?(?:\\w+\\s+)?(?:read|reading|watch|watching|listen|listening|follow|following|report|paper|piece|article|book|podcast|thread|blog|post|it)\\b';
const NOUN = '\\b(?:recommendations?|recs|proposals?)\\b';
const RECOMMENDATIONS = new RegExp(
  `${NOUN}|(?<!\\b(?:highly|would|can|['’]d)\\s+)\\brecommend(?:s|ed|ing)?\\b(?!\\s+${READING})`,
  'i',
);
/** What others propose is told, not recommended. */
const OF_OTHERS = new RegExp(
  `\\b(?:(?:government|gov|govt|minister|treasury|labour|party|opposition|chancellor|department|secretary|review|bill|paper|committee|pm)['’]s|(?:ministers|conservatives|tories|mps|lib dems|unions)['’]|his|her|their)\\s+(?:[\\p{L}-]+\\s+){0,2}${NOUN}`,
  'giu',
);
const OTHER =
  '(?:findings?|reasons?|problems?|issues?|challenges?|barriers?|obstacles?|lessons?|questions?|charts?|graphs?|maps?|facts?|figures?|statistics|stats|take-?aways?|observations?|thoughts?|reflections?|caveats?|examples?|mistakes?|risks?|threats?|trends?|themes?|myths?|points?|causes?|factors?|conclusions?|scenarios?|options?|principles?|tests|criteria|aims?|goals?|objectives?|reading|links|sources|references|resources|things(?![^.:]*\\b(?:should|must|needs?|could|can)\\b))';
const OTHERS = new RegExp(`\\b${OTHER}\\b`, 'i');
const COUNTED_OTHERS = new RegExp(
  `\\b(?:\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|several|some|many)\\s+(?:[\\p{L}-]+\\s+){0,2}${OTHER}\\b`,
  'iu',
);
/** The words of a sentence that is a heading and nothing else. */
const MOST_IN_HEADING = 4;
const INTRODUCES = /:\s*$|\b(?:here|below|following|follows?|are|were)\b/i;
const SENTENCE = /(?<=[.!?:;…])[^\S\n]+|(?<=\n)/;

/** What a list is called by the sentence before it that calls it anything, the last first. */
export function nameOfList(lead: string): NameOfList {
  const sentences = withoutAddresses(lead).split(SENTENCE);
  for (const [index, sentence] of [...sentences.entries()].toReversed()) {
    const name = nameIn(sentence);
    if (name !== null && !isAnswered(name, sentence, sentences[index + 1])) return name;
  }
  return null;
}

/** Whether a text speaks of recommendations at all. */
export function speaksOfRecommendations(text: string): boolean {
  return RECOMMENDATIONS.test(withoutAddresses(text));
}

/** "example.org/recommendations" names a page. */
function withoutAddresses(text: string): string {
  return text.replace(/\S+/g, (word) => (/^[^./]+\.[^/]*\//.test(word.replace(/^https?:\/\//i, '')) ? '' : word));
}

function nameIn(sentence: string): NameOfList {
  const introduces = INTRODUCES.test(sentence) || (sentence.match(/\p{L}+/gu) ?? []).length <= MOST_IN_HEADING;
  const own = sentence.replace(OF_OTHERS, ' ');
  const place = own.search(RECOMMENDATIONS);
  // "Recommendations on the challenges" are no challenges.
  const before = place < 0 ? own : own.slice(0, place);
  const isOfOthers = own !== sentence || COUNTED_OTHERS.test(own) || (introduces && OTHERS.test(before));
  if (place < 0) return isOfOthers ? 'others' : null;
  return introduces && !isOfOthers ? 'recommendations' : 'mentioned';
}

/** "Three problems: money, people and time" says them itself. */
function isAnswered(name: NameOfList, sentence: string, next: string | undefined): boolean {
  return name === 'others' && sentence.endsWith(':') && next !== undefined;
}

const OBLIGES =
  /\b(?:should|must|ought|shall)(?:n['’]t)?\b|\b(?:needs?|ha(?:s|ve)|is|are) to\b|\bit is time\b|\bwould be better\b/i;
/** A point that is an order begins with its verb, or with a word that joins it to the one before. */
const ORDERS =
  /^(?:(?:and|also|so|then|finally|first|second|third|lastly|next),?\s+)*(?:do not|don['’]t|never|abolish|accept|act|add|address|adopt|agree|align|allow|appoint|ask|avoid|back|ban|begin|boost|bring|build|call|change|clarify|close|commission|commit|consider|consult|continue|create|cut|define|delegate|deliver|design|develop|devolve|do|embed|empower|enable|encourage|end|enforce|ensure|establish|expand|explore|extend|fix|focus|form|fund|get|give|grow|hire|hold|improve|increase|introduce|invest|keep|launch|learn|legislate|let|limit|link|make|merge|modernise|move|offer|open|pay|plan|prioriti[sz]e|promote|protect|provide|publish|put|raise|recruit|reduce|reform|remove|replace|report|require|reset|restore|rethink|retain|review|revise|scrap|set|share|simplify|speed|spend|start|stop|streamline|strengthen|support|tackle|take|test|track|train|treat|update|use|work|write)\b/i;

/** Whether a point says what is to be done, as a recommendation does, and not what is, nor asks it. */
export function saysWhatToDo(text: string): boolean {
  if (text.endsWith('?')) return false;
  return OBLIGES.test(text) || ORDERS.test(text);
}
