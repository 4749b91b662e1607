/** What is said to be owed or needed; what should have been is not. */
export const OBLIGES =
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
