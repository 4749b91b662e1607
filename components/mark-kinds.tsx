import { SampleLink } from './sample-link.tsx';
import { useWords } from './words.ts';

const KINDS = ['exact', 'likely', 'related'] as const;

/** What marks look like, and what each kind says. */
export function MarkKinds() {
  const translate = useWords();
  return (
    <section class="part">
      <h2>{translate('mark_kinds')}</h2>
      <ul class="kinds">
        {KINDS.map((sureness) => (
          <li key={sureness}>
            <SampleLink sureness={sureness} text={translate(`mark_sample_${sureness}`)} />
            <p class="about">{translate(`mark_means_${sureness}`)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
