import glossCss from '../../components/gloss.css?inline';
import glossTouchCss from '../../components/gloss-touch.css?inline';
import { GlossView } from '../../components/gloss-view.tsx';
import { SampleLink } from '../../components/sample-link.tsx';
import { useWords } from '../../components/words.ts';
import type { Gloss } from '../../core/gloss/gloss.ts';
import { ShadowBox } from './shadow-box.tsx';

/** A card at its mark, with what the library really says. */
export function Sample({ gloss }: { readonly gloss: Gloss }) {
  const translate = useWords();
  return (
    <section class="part beside">
      <div>
        <h2 class="page-heading">{translate('welcome_card')}</h2>
        <p class="about">{translate('welcome_card_about')}</p>
      </div>
      <figure class="sample">
        <p class="paragraph sample-page">
          <SampleLink sureness={gloss.match.sureness} text={gloss.publication?.title ?? ''} />
        </p>
        <ShadowBox css={glossCss + glossTouchCss} label={translate('welcome_card')}>
          <GlossView gloss={gloss} describeMore={null} />
        </ShadowBox>
      </figure>
    </section>
  );
}
