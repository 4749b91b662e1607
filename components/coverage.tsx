import type { Publication } from '../core/model/publication.ts';
import { useWords } from './words.ts';

/** Pages elsewhere that report on the publication. */
export function Coverage({ coverage }: { readonly coverage: readonly Publication[] }) {
  const translate = useWords();
  if (coverage.length === 0) return null;
  return (
    <section>
      <h2>{translate('heading_coverage')}</h2>
      <ul>
        {coverage.map(({ id, title, siteName }) => (
          <li key={id}>
            {title}
            {siteName !== null && ` (${siteName})`}
          </li>
        ))}
      </ul>
    </section>
  );
}
