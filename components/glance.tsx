import { type Gloss, openingOf } from '../core/gloss/gloss.ts';
import { showNumber } from './dates.ts';
import { Claim, Counts } from './gloss-head.tsx';
import { Guarded } from './guarded.tsx';
import { useLanguage, useWords } from './words.ts';

interface Props {
  readonly gloss: Gloss;
  /** The reader wants all of it. */
  readonly onShowAll: () => void;
  readonly onShowRecommendations: () => void;
  readonly onShowPosts: () => void;
}

/** As much of a gloss as is read without stopping: the claim, how much is said, and how that begins. */
export function Glance(props: Props) {
  return (
    <Guarded of={props.gloss}>
      <GlancedGloss {...props} />
    </Guarded>
  );
}

function GlancedGloss({ gloss, onShowAll, ...ways }: Props) {
  const translate = useWords();
  return (
    <article class="gloss glance">
      <Claim gloss={gloss} />
      <div class="glance-ways">
        <Counts gloss={gloss} {...ways} />
        <button type="button" class="action show-all" aria-expanded="false" onClick={onShowAll}>
          {translate('glance_show_all')}
        </button>
      </div>
      <Opening gloss={gloss} />
    </article>
  );
}

function Opening({ gloss }: Pick<Props, 'gloss'>) {
  const language = useLanguage();
  const opening = openingOf(gloss);
  if (opening === null) return null;
  return (
    <p class="opening">
      {opening.number !== null && <span class="ordinal">{showNumber(opening.number, language)} </span>}
      {opening.text}
    </p>
  );
}
