import type { RecommendationSection } from '../core/gloss.ts';
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
            {recommendations.map(({ number, text }) => (
              <li key={number} value={number}>
                {text}
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}
