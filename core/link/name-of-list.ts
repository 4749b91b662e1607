/**
 * What the words before a numbered list call it: `recommendations`, where they introduce it so; `others`, where they
 * introduce anything else, or what somebody else proposes; `mentioned`, where they speak of recommendations, but perhaps
 * not of this list; null where they call it nothing.
 */
export type NameOfList = 'recommendations' | 'mentioned' | 'others' | null;

/** "I recommend reading this" recommends nothing to anybody who governs. */
const READING =
  '(?:you\\s+)?(?:(?:a|the|this|that|his|her|their|our)\\s+)?(?:\\w+\\s+)?(?:read|reading|watch|watching|listen|listening|follow|following|report|paper|piece|article|book|podcast|thread|blog|post|it)\\b';
/** What may be recommended, and what says that it is. */
const NOUN = '\\b(?:recommendations?|recs?|proposals?)\\b';
const VERB = `(?<!\\b(?:highly|would|can|['’]d)\\s+)\\brecommend(?:s|ed|ing)?\\b(?!\\s+${READING})`;
const RECOMMENDATIONS = new RegExp(`${NOUN}|${VERB}`, 'i');
/** Our own are ours, whatever we call ourselves. */
const OURSELVES = /\b(?:the\s+)?(?:institute for government|ifg|institute)(?:['’]s)?(?=\W|$)/giu;
/** What is ours with whose name or pronoun before it. */
const OURS = '(?:our|my|this|these|today|here|the\\s+(?:new\\s+|full\\s+|latest\\s+|whole\\s+)?(?:report|paper))\\b';
const wordsUpTo = (most: number) => `(?:[\\p{L}\\p{N}-]+\\s+){0,${most}}`;
/** Who proposes much, and is not us. */
const PROPOSERS =
  '(?:governments?|govt?|ministers|ministerial|treasury|cabinet|parliament(?:ary)?|labour|tory|tories|conservatives?|lib\\s?dems?|reform(?:\\s+uk)?|greens?|snp|opposition|(?:white|green|command)\\s+paper|bill|committee|commission|inquiry|review|select|pac|pacac|obr|nao|mps|peers|lords|eu|unions?|union|party|manifesto)';
/**
 * What others propose is told, not recommended: "Starmer's proposals", "their recommendations", "government proposals", "the
 * recommendations of the inquiry", "MPs recommend".
 */
const OF_OTHERS = new RegExp(
  [
    `(?<!\\b(?:here|there|what|that|it|let|who|how|where|today|week|month|year|report|paper))(?:(?<=\\p{L})['’]s|(?<=s)['’])\\s+${wordsUpTo(3)}${NOUN}`,
    `\\b(?:his|her|their)\\s+${wordsUpTo(2)}${NOUN}`,
    `\\b${PROPOSERS}\\s+(?:has|have|had|makes?|made|publish(?:es|ed)?|sets?\\s+out|issue[sd]?|release[sd]?|puts?|gives?|gave|wants?|likes?|accept(?:s|ed)|reject(?:s|ed))\\s+[^.:]{0,80}?${NOUN}`,
    `(?<!\\b(?:for|to|on|our)\\s+(?:the\\s+)?)\\b${PROPOSERS}\\s+${NOUN}`,
    `${NOUN}\\s+(?:made\\s+|set\\s+out\\s+|put\\s+forward\\s+)?(?:of|from|by|in)\\s+(?!${OURS}|(?:full|short|brief|summary|order|theme|chapter|section|area|total|all)\\b)`,
  ].join('|'),
  'iu',
);
/** Who recommends; where nobody is named that is not said. */
const SUBJECT = new RegExp(`^(.*?)${VERB}`, 'iu');
const OWN_SUBJECT = /\b(?:we|i|us|our|my|it|this|report|paper|authors?)\b/i;
/** A word that names somebody, and does not only stand before the verb. */
const FILLED =
  /\b(?!(?:what|is|are|was|were|be|being|been|also|further|strongly|then|so|here|in|short|and|but|now|to|as)\b)\p{L}{2,}/iu;
/** "We do not recommend", "recommendations that we rejected". */
const NEGATED =
  /\b(?:not|never|nobody|no one|none|neither|nor|against|reject(?:ed|s)?|dropp?ed|without)\b|n['’]t\b|\bno\s+(?=recommendation|proposal)/i;
/** To read and to listen to, not to do. */
const OF_READING = new RegExp(
  `\\b(?:book|podcast|reading|film|tv|music|article|listening|viewing|restaurant|gift|travel)s?\\s+${NOUN}|\\b(?:books?|podcasts?|articles?|films?|pieces?|reads)\\b[^.:]*\\brecommend|${NOUN}\\s+for\\s+(?:[\\p{L}-]+\\s+){0,2}(?:reading|listening|viewing|watching)\\b`,
  'iu',
);
/** A list that is about recommendations, as "reactions to our recommendations", "what our recommendations would cost". */
const ABOUT = new RegExp(
  `\\b(?:with|to|on|by|about|before|after|behind|under|than|from|(?<!\\b(?:lots?|number|set|list|series|summary|all|some|one|most)\\s+)of)\\s+(?:(?:our|my|its|these|those|the|all|any|each|\\d+|two|three|four|five|six|ten)\\s+){0,3}(?:[\\p{L}-]+\\s+)?${NOUN}|^\\s*(?:what|how|why|who|where|when)\\b(?!\\s+(?:do|does|would|should|are|is|we|i)\\b)|^\\s*(?:why|how)\\b`,
  'iu',
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
  const ours = sentence.replace(OURSELVES, 'our');
  const place = ours.search(RECOMMENDATIONS);
  // "Recommendations on the challenges" are no challenges.
  const before = place < 0 ? ours : ours.slice(0, place);
  if (COUNTED_OTHERS.test(ours) || (introduces && OTHERS.test(before)))
    return place < 0 || introduces ? 'others' : 'mentioned';
  if (place < 0) return null;
  if (isOfOthers(ours)) return introduces ? 'others' : 'mentioned';
  return introduces && !ABOUT.test(ours) ? 'recommendations' : 'mentioned';
}

function isOfOthers(sentence: string): boolean {
  if (NEGATED.test(sentence) || OF_READING.test(sentence) || OF_OTHERS.test(sentence)) return true;
  const subject = SUBJECT.exec(sentence)?.[1];
  return subject !== undefined && !OWN_SUBJECT.test(subject) && FILLED.test(subject);
}

/** "Three problems: money, people and time" says them itself. */
function isAnswered(name: NameOfList, sentence: string, next: string | undefined): boolean {
  return name === 'others' && sentence.endsWith(':') && next !== undefined;
}

const OBLIGES =
  /\b(?:should|must|ought|shall)(?:n['’]t)?\b(?!\s+(?:not\s+)?have\s+(?:been|\w+(?:ed|en|wn|ne|ught|elt|eft|ade|aid|ost))\b)|\bneeds? to\b|\bit is time\b|\bwould be better\b/i;
/** "Nothing should surprise us" asks nobody for anything. */
const OBLIGES_NOBODY = /^\s*(?:nothing|nobody|no one|none)\b/i;
/** A point that is an order begins with its verb, or with a word that joins it to the one before. */
const ORDERS =
  /^(?:(?:and|also|so|then|finally|first|second|third|lastly|next),?\s+)*(?:do not|don['’]t|never|abolish|accept|act|add|address|adopt|agree|align|allow|appoint|ask|avoid|back|ban|begin|boost|bring|build|call|change|clarify|close|commission|commit|consider|consult|continue|create|cut|define|delegate|deliver|design|develop|devolve|do|embed|empower|enable|encourage|end|enforce|ensure|establish|expand|explore|extend|fix|focus|form|fund|get|give|grow|hire|hold|improve|increase|introduce|invest|keep|launch|learn|legislate|let|limit|link|make|merge|modernise|move|offer|open|pay|plan|prioriti[sz]e|promote|protect|provide|publish|put|raise|recruit|reduce|reform|remove|replace|report|require|reset|restore|rethink|retain|review|revise|scrap|set|share|simplify|speed|spend|start|stop|streamline|strengthen|support|tackle|take|test|track|train|treat|update|use|work|write)\b/i;

const NOUNS =
  '(?:act|address|back|ban|boost|call|change|commission|cut|design|end|focus|form|fund|hold|increase|launch|limit|link|move|offer|open|pay|plan|put|reform|report|reset|review|set|share|speed|start|stop|support|test|track|train|treat|update|use|work)';
const STATES =
  '(?:is|are|was|were|has|have|had|began|rose|grew|fell|finds?|found|helps?|shows?|showed|remains?|became|becomes|seems?|fails?|failed|came|went|makes|made|gets|got|lacks?|matters?|takes|took|stalled|stopped|collapsed|worked|continued|dropped|doubled|halved|started|ended|improved|worsened|declined|increased|decreased)';
/** What begins with a noun that might be an order, and says what is: "Work on this began in 2019", "Pay has fallen". */
const TELLS = new RegExp(
  `^\\s*${NOUNS}(?:\\s+(?!(?:that|who|whom|which|what|where|when|if|how|whether|because|as|so|until|before|after|while|and|but|or|to)\\b)[^\\s.:;,]+){0,6}\\s+${STATES}\\b`,
  'i',
);

/** Whether a point says what is to be done, as a recommendation does, and not what is, nor asks it. */
export function saysWhatToDo(text: string): boolean {
  if (text.endsWith('?')) return false;
  if (OBLIGES.test(text) && !OBLIGES_NOBODY.test(text)) return true;
  return ORDERS.test(text) && !TELLS.test(text);
}
