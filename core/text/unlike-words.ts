import { onFirstUse } from '../on-first-use.ts';
import { joinLines } from './join-lines.ts';

/**
 * Words that Porter's rules would join with others that are not the same word: "publication" with "public". Each line is
 * one word with what is the same; the others keep the stem.
 */
const UNLIKE: readonly string[] = [
  // -tion, -sion and what comes of them
  ...['publication', 'publicity publicise', 'generate generation generator', 'position', 'opposition', 'projection'],
  ...[
    'productivity productive',
    'director',
    'communication communicate communicator',
    'communism communist',
    'conversion',
    'diversion',
    'designate designation',
  ],
  ...[
    'institution institutional',
    'animation animate',
    'nomination nominate',
    'termination terminate',
    'liberation liberate',
  ],
  ...[
    'integration integrate',
    'integral',
    'execution execute',
    'relation relationship relate',
    'facilitate facilitation',
  ],
  // -ive
  ...[
    'initiative',
    'relative relatively',
    'objective',
    'objection',
    'subjective',
    'progressive',
    'conservative',
    'successive',
  ],
  ...['respective', 'collective', 'executive', 'prospective', 'comparative', 'operative'],
  // -al
  ...[
    'internal',
    'international',
    'personal',
    'personality',
    'marginal',
    'rational',
    'rationale',
    'empirical',
    'numerical',
  ],
  ...[
    'identical',
    'hospitality hospitable',
    'morale',
    'locale',
    'capitalism',
    'socialism',
    'nationalism',
    'journalism',
  ],
  ...[
    'universal universally',
    'university',
    'severe severity',
    'optimal',
    'generic',
    'generous generosity',
    'organic',
    'organism',
  ],
  // -ity, -ness, -ment, -ance, -ence
  ...['authority', 'majority', 'minority', 'community', 'integrity', 'business', 'witness', 'harness'],
  ...['department departmental', 'apartment', 'secondment', 'experiment experimental experimentation'],
  ...['allowance', 'importance important', 'responsibility responsible', 'considerable'],
  ...['emergency', 'competence competent', 'evident', 'defendant', 'respectable'],
  // -er, -s, -e, -us
  ...['customer', 'customs', 'commons', 'news', 'goods', 'status', 'polite politeness', 'unite united'],
  ...[
    'paste',
    'caste',
    'suite',
    'route',
    'range',
    'lunge',
    'singe',
    'tinge',
    'binge',
    'bathe',
    'clothe clothes clothing',
  ],
  ...['humane', 'urbane', 'germane', 'artiste', 'secrete', 'forte', 'lathe', 'swathe', 'humanitarian'],
];

/** The forms of a word with no more than an ending added; some of them are none. */
function inflect(word: string): string[] {
  const root = word.replace(/e$/, '');
  return [word, `${word}s`, `${word}es`, `${word}ly`, word.replace(/y$/, 'ies'), `${root}ed`, `${root}ing`, `${root}y`];
}

const stemOfUnlike = onFirstUse(() => joinLines(UNLIKE, (line) => line.split(' ').flatMap(inflect)));

/** The stem of a word that Porter's rules would join with another word; undefined for all others. */
export function unlikeStem(word: string): string | undefined {
  return stemOfUnlike().get(word);
}
