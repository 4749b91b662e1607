import { onFirstUse } from '../on-first-use.ts';
import { joinLines } from './join-lines.ts';
import { stemsOf, stemsOfWords } from './words.ts';

/** Words of one family whose stems Porter keeps apart. */
const FAMILIES: readonly string[] = [
  'analyse analysis analyst analytical',
  'ambition ambitious',
  'child children childhood',
  'commerce commercial',
  'complex complexity',
  'contract contractor',
  'crime criminal',
  'decide decision decisive',
  'department departmental',
  'devolve devolution',
  'digital digitise digitisation',
  'economy economic economics economist',
  'elect election electoral electorate',
  'employ employee unemployed unemployment',
  'england english',
  'expert expertise',
  'government gov govt',
  'health healthy healthcare',
  'immigrant immigration migrant migration',
  'industry industrial',
  'innovate innovation innovative',
  'judge judicial judiciary',
  'medicine medical',
  'minister ministerial',
  'parliament parliamentary',
  'pension pensioner',
  'politics political politician',
  'prison prisoner imprison',
  'regulate regulation regulator regulatory',
  'retain retention',
  'school schooling',
  'science scientist scientific',
  'scotland scottish',
  'stable stability instability',
  'strategy strategic strategist',
  'supply supplier',
  'tax taxation taxpayer',
  'teach teacher',
  'technology technological technical tech',
  'vote voter',
  'wales welsh',
];
const familyOfStem = onFirstUse(() => joinLines(FAMILIES, stemsOf));

/** The family that a word belongs to, by its stem: "crime" and "criminal" are of one, and so are "share" and "sharing". */
export function familyOf(stem: string): string {
  return familyOfStem().get(stem) ?? stem;
}

/** The families of a text's words, in order, with repeats. Linear in the text's length. */
export function familiesOf(text: string): string[] {
  return stemsOf(text).map(familyOf);
}

/** The families of words that `wordsOf` gave. */
export function familiesOfWords(words: readonly string[]): string[] {
  return stemsOfWords(words).map(familyOf);
}
