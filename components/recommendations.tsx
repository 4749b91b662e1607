import type { RecommendationSection } from '../core/gloss.ts';
import { PassageButton } from './passage-button.tsx';
import { useWords } from './words.ts';

/** The recommendations under the headings that the posts give them, each with the number it has there. */
export function Recommendations({ sections }: { readonly sections: readonly RecommendationSection[] }) {
  const translate = useWords();
  if (sections.length === 0) return null;
  return (
    <section class="recommendations">
      <h2>{translate('heading_recommendations')}</h2>
      {sections.map(({ title, recommendations }) => (
        <div key={title}>
          {title !== null && <h3>{title}</h3>}
          <ol>
            {recommendations.map(({ number, text, post }) => (
              <li key={number} value={number} data-post={post} data-recommendation={number} tabIndex={-1}>
                {text} <PassageButton subject={{ post, recommendation: number }} />
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}
