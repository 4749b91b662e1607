import { recommendationKey } from '../../../core/gloss/recommended.ts';
import { addressOfRoute } from '../../../core/library-route.ts';
import { keyPart } from '../../../core/message-key.ts';
import type { Publication } from '../../../core/model/publication.ts';
import type { AlikePair, Comparison } from '../../../core/protocol/library-page.ts';
import { useCount, useWords } from '../../words.ts';
import { ViewHeading } from '../view-heading.tsx';
import { ComparedRecommendation, LETTERS } from './compared-recommendation.tsx';
import { PublicationLink } from './publication-link.tsx';

interface Props {
  readonly comparison: Comparison;
}

const SIDES = ['first', 'second'] as const;

/** Two publications side by side: recommendations that are alike beside each other, and the others below. */
export function ComparePage({ comparison }: Props) {
  const translate = useWords();
  const { first, second, pairs } = comparison;
  return (
    <article class="compare">
      <header class="view-head">
        <ViewHeading title={translate('library_browse_side_by_side')} />
        <p class="view-about compare-about">{translate('library_browse_alike_about')}</p>
        <p class="compare-ways">
          <a
            class="button"
            href={addressOfRoute({ view: 'compare', first: second.publication.id, second: first.publication.id })}
          >
            {translate('library_browse_swap')}
          </a>
          <a class="button" href={addressOfRoute({ view: 'compare', first: first.publication.id, second: null })}>
            {translate('library_browse_choose_another')}
          </a>
        </p>
      </header>
      <div class="compare-columns compare-head">
        {SIDES.map((side) => (
          <ComparedHead key={side} side={side} {...comparison[side]} />
        ))}
      </div>
      <section>
        <h2 class="page-heading">{translate('library_browse_alike')}</h2>
        {pairs.length === 0 && <p class="view-about">{translate('library_browse_none_alike')}</p>}
        <ol class="compare-pairs">
          {pairs.map((pair) => (
            <Pair key={`${pair.first} ${pair.second}`} pair={pair} comparison={comparison} />
          ))}
        </ol>
      </section>
      <Others comparison={comparison} />
    </article>
  );
}

interface HeadProps {
  readonly side: (typeof SIDES)[number];
  readonly publication: Publication;
  readonly recommendations: readonly unknown[];
}

function ComparedHead({ side, publication, recommendations }: HeadProps) {
  const translate = useWords();
  const say = useCount();
  return (
    <div>
      <p class="view-kind">
        <strong class="compare-letter">{LETTERS[side]}</strong> {translate(`kind_${keyPart(publication.kind)}`)} ·{' '}
        {say('recommendations', recommendations.length)}
      </p>
      <p class="compare-title">
        <PublicationLink publication={publication} />
      </p>
    </div>
  );
}

function Pair({ pair, comparison }: Props & { readonly pair: AlikePair }) {
  const translate = useWords();
  return (
    <li class="compare-pair">
      <div class="compare-columns">
        {SIDES.map((side) => {
          const recommendation = comparison[side].recommendations[pair[side]];
          return (
            recommendation && (
              <ComparedRecommendation key={side} side={side} recommendation={recommendation} sharedWords={pair.words} />
            )
          );
        })}
      </div>
      <p class="compare-words">{translate('library_browse_both_have', pair.words.join(', '))}</p>
    </li>
  );
}

function Others({ comparison }: Props) {
  const translate = useWords();
  const others = SIDES.map((side) => {
    const paired = new Set(comparison.pairs.map((pair) => pair[side]));
    return { side, of: comparison[side].recommendations.filter((_, place) => !paired.has(place)) };
  });
  if (others.every(({ of }) => of.length === 0)) return null;
  return (
    <section>
      <h2 class="page-heading">{translate('library_browse_others')}</h2>
      <div class="compare-columns">
        {others.map(({ side, of }) => (
          <div key={side} class="compare-others">
            {of.map((each) => (
              <ComparedRecommendation
                key={recommendationKey(each)}
                side={side}
                recommendation={each}
                sharedWords={[]}
              />
            ))}
          </div>
        ))}
      </div>
    </section>
  );
}
