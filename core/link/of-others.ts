import { onFirstUse } from '../on-first-use.ts';

/** Our own are ours, whatever we call ourselves, and so is what we publish each year. */
const ourselvesPattern = onFirstUse(
  () =>
    /\b(?:[Tt]he\s+)?(?:[Ii]nstitute [Ff]or [Gg]overnment|[Ii][Ff][Gg]|(?<=[Tt]he\s+)[Ii]nstitute(?!\s+(?:for|of|on)\b)|Performance Tracker|Whitehall Monitor|Ministers Reflect)(?:['’]s)?(?=\W|$)|@instituteforgov[\w.-]*/gu,
);
/** What may be recommended. */
export const NOUN = '\\b(?:recommendations?|recs?|proposals?)\\b';
/** "I recommend reading this" recommends nothing to anybody who governs. */
const READING =
  '(?:you\\s+)?(?:(?:a|the|this|that|his|her|their|our)\\s+)?(?:\\w+\\s+)?(?:read|reading|watch|watching|listen|listening|follow|following|report|paper|piece|article|book|podcast|thread|blog|post|it)\\b';
/** What says that something is recommended; who proposes or calls for it has to be ourselves. */
export const VERB = `(?<!\\b(?:highly|would|can|['’]d)\\s+)\\brecommend(?:s|ed|ing)?\\b(?!\\s+${READING})|(?<=\\bwe\\s+(?:therefore\\s+|also\\s+)?)(?:propose|call\\s+for|call\\s+on\\s+[^.:]{2,60}\\s+to)\\b`;

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
const ofOthersPattern = onFirstUse(
  () =>
    new RegExp(
      [
        `(?<!\\b(?:here|there|what|that|it|let|who|how|where|today|week|month|year|report|paper))(?:(?<=\\p{L})['’]s|(?<=s)['’])\\s+${wordsUpTo(3)}${NOUN}`,
        `\\b(?:his|her|their)\\s+${wordsUpTo(2)}${NOUN}`,
        `\\b${PROPOSERS}\\s+(?:has|have|had|makes?|made|publish(?:es|ed)?|sets?\\s+out|issue[sd]?|release[sd]?|puts?|gives?|gave|wants?|likes?|accept(?:s|ed)|reject(?:s|ed))\\s+[^.:]{0,80}?${NOUN}`,
        `(?<!\\b(?:for|to|on|our)\\s+(?:the\\s+)?)\\b${PROPOSERS}\\s+${NOUN}`,
        `${NOUN}\\s+(?:made\\s+|set\\s+out\\s+|put\\s+forward\\s+)?(?:of|from|by|in)\\s+(?!${OURS}|(?:full|short|brief|summary|order|theme|chapter|section|area|total|all)\\b)`,
      ].join('|'),
      'iu',
    ),
);
/** Who recommends; where nobody is named that is not said. */
const subjectPattern = onFirstUse(() => new RegExp(`^(.*?)(?:${VERB})`, 'iu'));
const OWN_SUBJECT = /\b(?:we|i|us|our|my|it|this|report|paper|authors?)\b/i;
/** A word that names somebody, and does not only stand before the verb. */
const filledPattern = onFirstUse(
  () =>
    /\b(?!(?:what|is|are|was|were|be|being|been|also|further|strongly|then|so|here|in|short|and|but|now|to|as)\b)\p{L}{2,}/iu,
);

/** Words that begin with a capital where they begin a sentence or a heading, and subjects that are written in capitals. */
const NO_NAME =
  '(?:Recommendations?|Recs?|Proposals?|The|This|That|These|Those|Our|My|Its|It|I|We|You|He|She|They|There|Here|Who|New|NEW|Today|Tomorrow|Yesterday|Read|In|On|For|From|At|A|An|And|But|So|As|If|Key|Main|Full|Final|Latest|Big|Major|Top|Policy|Headline|Specific|Practical|More|Most|Many|Some|All|Each|Every|Other|Further|First|Second|Third|Last|Next|Just|Great|Excellent|Important|Another|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|What|Why|How|Which|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|January|February|March|April|May|June|July|August|September|October|November|December|NHS|AI|UK|SEND|IT|HR)';
const CAPITALISED = "\\p{Lu}[\\p{L}\\p{N}&/-]*(?:['’]s(?=\\s+\\p{Lu}))?";
const NAME = `(?:@[\\w.-]+|(?<![\\p{L}\\p{N}@'’])(?!${NO_NAME}(?:day)?(?![\\p{L}\\p{N}]))${CAPITALISED}(?:\\s+(?:(?:for|of|in a)\\s+)?${CAPITALISED}){0,5})`;
const REPORT = '(?:[Rr]eport|[Pp]aper|[Rr]eview|[Ss]tudy|[Ii]nquiry|[Aa]nalysis|[Bb]riefing)';
/** "The NAO report", "@think-tank's new paper", "Darzi review", "a report by the Lords". */
const namedReportPattern = onFirstUse(
  () =>
    new RegExp(
      `${NAME}(?:['’]s?)?\\s+(?:(?!(?:our|my)\\b)[\\p{Ll}-]+\\s+){0,2}${REPORT}\\b|\\b${REPORT}\\s+(?:by|from)\\s+(?:the\\s+)?${NAME}`,
      'u',
    ),
);
/** "Resolution Foundation recommendations", "the Darzi proposals", "IFS recs". */
const namedNounPattern = onFirstUse(
  () =>
    new RegExp(
      `(${NAME})\\s+(?:(?:key|main|new|latest|full|final|top|draft|policy|\\d+|two|three|four|five|six)\\s+)*(?:recommendations?|recs?|proposals?)\\b`,
      'gu',
    ),
);
/** "The CBI calls on ministers", "MPs on the committee have reported". */
const callsPattern = onFirstUse(
  () =>
    new RegExp(
      `${NAME}(?:\\s+[\\p{L}-]+){0,3}\\s+(?:calls?\\s+(?:on|for)|urges?|argues?|recommends?|proposes?|publishes|(?:has|have)\\s+(?:published|reported|recommended))\\b`,
      'u',
    ),
);
/** "The CBI has set out its recommendations". */
const makesPattern = onFirstUse(
  () =>
    new RegExp(
      `${NAME}(?:\\s+[\\p{Ll}-]+)?\\s+(?:has|have|had|makes?|made|publish(?:es|ed)?|sets?\\s+out|issue[sd]?|release[sd]?|puts?)\\b[^.:]{0,80}?${NOUN}`,
      'u',
    ),
);
const OWN_WORD = /\b(?:we|us|our|i|my|me)\b/i;
/** What takes up who or what was named before: "Its recommendations:", "They recommend:", or nothing but the word. */
const refersPattern = onFirstUse(
  () =>
    new RegExp(`\\b(?:it|its|they|the\\s+(?:report|paper|review))\\b|^[^\\p{L}]*(?:[\\p{L}-]+\\s+){0,2}${NOUN}`, 'iu'),
);

/** What others do or want is no list of ours: "Labour's five missions:", "The bill would:", "Reform UK say they would:". */
const headingOfOthersPattern = onFirstUse(
  () =>
    new RegExp(
      [
        `${NAME}['’]s?\\s+(?:[\\p{L}\\p{N}-]+\\s+){0,3}[\\p{L}\\p{N}-]+:?$`,
        `(?:${NAME}|\\b(?:[Tt]he|[Aa]|[Tt]his)\\s+(?:[\\p{L}-]+\\s+){0,2}${PROPOSERS})\\s+(?:says?|said|would|will|has|have|plans?|planned|promise[sd]?|pledge[sd]?|wants?|is|are)\\b[^:.?]{0,120}:?$`,
      ].join('|'),
      'u',
    ),
);

/** Who says that something is to be done. */
const SAYS =
  /^(.*?)\b(?:says?|said|argues?|argued|told|thinks?|thought|believes?|believed|claims?|claimed|warns?|warned|suggests?|suggested|insists?|insisted|demands?|demanded|urges?|urged)\b/iu;
/** What has been done, promised or prescribed: "What the Chancellor announced:", "The law requires departments to:". */
const TOLD =
  /^\W*what\s+(?!(?:we|i|should|must|needs?|would|could|can|to|next|now|else|do|does|is|are)\b)[^.:]{2,60}\b(?:did|does|do|done|announced|said|promised|promises|wants?|achieved|changed|learned)\b|\b(?:law|act|code|guidance|rules?|regulations?|statute|constitution|convention)\s+(?:requires?|says?|obliges?)\b|\b(?:governments?|ministers|party|parties)\s+(?:always\s+)?(?:promises?|promised|pledge[sd]?)\b/iu;

/** Whether a text speaks of a report of somebody else's; with our own names as `withOurNames` gives them. */
export function namesReportOfOthers(text: string): boolean {
  return namedReportPattern().test(text);
}

/** A sentence in which what we are called is "our". */
export function withOurNames(sentence: string): string {
  return sentence.replace(ourselvesPattern(), 'our');
}

/**
 * Whether what a sentence says of recommendations is said of somebody else's. `before` is the sentence before it, which may
 * name whom it speaks of; both with our own names as `withOurNames` gives them.
 */
export function isOfOthers(sentence: string, before: string): boolean {
  if (ofOthersPattern().test(sentence)) return true;
  if (OWN_WORD.test(sentence)) return !OWN_SUBJECT.test(subjectOf(sentence) ?? 'our');
  if (namedReportPattern().test(sentence) || makesPattern().test(sentence) || isNamed(sentence)) return true;
  if (
    !OWN_WORD.test(before) &&
    refersPattern().test(sentence) &&
    (namedReportPattern().test(before) || callsPattern().test(before))
  )
    return true;
  const subject = subjectOf(sentence);
  return subject !== undefined && !OWN_SUBJECT.test(subject) && filledPattern().test(subject);
}

/** Whether a heading that says nothing of recommendations tells what others do, want or have. */
export function isHeadingOfOthers(sentence: string): boolean {
  return !OWN_WORD.test(sentence) && (TOLD.test(sentence) || headingOfOthersPattern().test(sentence.trim()));
}

/** "The NAO said government should:", "Critics say ministers must:"; but not "Our report says". */
export function isSaidByOthers(heading: string): boolean {
  const subject = SAYS.exec(heading)?.[1];
  return subject !== undefined && !OWN_SUBJECT.test(subject) && filledPattern().test(subject);
}

/** One word that begins a sentence may be any ("Procurement recommendations"), but not if it is an abbreviation. */
function isNamed(sentence: string): boolean {
  return [...sentence.matchAll(namedNounPattern())].some(({ 1: name = '', index }) => {
    const isFirst = !/\p{L}/u.test(sentence.slice(0, index));
    return !isFirst || /\s|^@|^\p{Lu}{2}/u.test(name);
  });
}

function subjectOf(sentence: string): string | undefined {
  return subjectPattern().exec(sentence)?.[1];
}
