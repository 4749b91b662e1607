import { onFirstUse } from '../on-first-use.ts';
import { joinLines } from '../text/join-lines.ts';
import { familiesOf, familyOf } from '../text/word-families.ts';
import { stemsOf } from '../text/words.ts';

/**
 * Words that administrations use for one another, whatever the subject: what a post calls a spec, an answer calls a
 * requirement. Each line is taken for its first word.
 */
const CONCEPTS: readonly string[] = [
  'procurement procure purchase buy buyer acquire acquisition',
  'supplier provider bidder vendor contractor firm company manufacturer',
  'industry business trade',
  'contract agreement',
  'tender competition',
  'expire expiry lapse renew renewal extension extend rollover',
  'guidance guide handbook manual playbook toolkit advice rule',
  'legislation statute law bill legislate',
  'failure fail unsuccessful wrong disappoint',
  'innovation innovative novel novelty experiment experimental pilot trial invent invention prototype',
  'minister secretary',
  'servant official',
  'risk blame fear courage',
  'opportunity opening gap',
  'outcome result effect achieve',
  'specification spec requirement specify prescribe',
  'indicator kpi metric measure',
  'data record statistics',
  'platform register portal database',
  'strategy plan roadmap',
  'specialist expert practitioner professional',
  'skill capability capacity post',
  'network community guild peer',
  'practice lesson experience learn',
  'share spread disseminate',
  'clarification clarify unclear ambiguous ambiguity clear',
  'standardisation standardise simplify uniform harmonise',
  'engagement engage consult talk conversation dialogue',
  'preliminary early prior beforehand',
  'pipeline forecast',
  'upcoming ahead forthcoming',
  'coordinate lead',
  'team panel multidisciplinary',
  'discipline disciplinary',
  'publish publication online',
  'cut reduction saving',
  'prioritise priority rank',
  'commitment undertaking pledge guarantee promise',
  'responsible responsibility accountable answerable answer',
  'collaboration collaborate joint jointly',
  'instability stable unsettle unstable',
  'support back defend defence endorse',
  'technology digital software',
];

/** Turns of phrase that say the same as a word. */
const PHRASES: readonly (readonly [word: string, phrase: string])[] = [
  [
    'expire',
    '(?:com(?:e|es|ing) to (?:an|its|their) end|r[au]n(?:s|ning)? out|end dates?|roll(?:s|ed|ing)? (?:over|forward|on))',
  ],
  ['failure', '(?:go(?:es|ing)? wrong|went wrong|gone wrong|end(?:s|ed|ing)? badly|c[ao]mes? to nothing)'],
  ['failure', "(?:did|does|do)(?:n['’]t| not) (?:work|succeed|come off)"],
  ['pipeline', '(?:(?:intend|plan|expect|mean)s? to (?:buy|purchase|procure)|planned (?:purchases|procurements?))'],
  ['coordinate', '(?:in charge of|br(?:ing|ings|ought|inging) together)'],
  ['collaboration', '(?:act|do|buy|buying|look|work|working) (?:(?:for )?it )?together'],
  ['share', 'pass(?:es|ed)? on'],
  ['support', '(?:stand|stands|standing|stood) (?:by|behind|beside)'],
  ['publish', '(?:(?:put|puts|putting) (?:out|online)|ma[dk]es? public)'],
  [
    'innovation',
    "(?:new (?:things?|products?|ways?|ideas?|approach(?:es)?|technolog(?:y|ies))|(?:something|anything|what(?:['’]s| is)|things that are) new)",
  ],
];

const conceptOfFamily = onFirstUse(() => joinLines(CONCEPTS, familiesOf));

/** What a word family is taken for; undefined for most. */
export function conceptOf(family: string): string | undefined {
  return conceptOfFamily().get(family);
}

/** Finds turns of phrase, and the concept that each stands for. */
export const phraseConcepts = onFirstUse(() =>
  PHRASES.flatMap(([word, phrase]) =>
    stemsOf(word).map((stem) => ({
      concept: conceptOf(familyOf(stem)) ?? stem,
      pattern: new RegExp(String.raw`(?<![\p{L}\p{N}])${phrase}(?![\p{L}\p{N}])`, 'giu'),
    })),
  ),
);
