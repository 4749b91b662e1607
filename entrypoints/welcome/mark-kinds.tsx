import { useWords } from '../../components/words.ts';
import { SampleLink } from './sample-link.tsx';

const KINDS = ['exact', 'likely', 'related'] as const;

export function MarkKinds() {
  const translate = useWords();
  return (
    <section class="part">
      <h2>{translate('welcome_marks')}</h2>
      <ul class="kinds">
        {KINDS.map((sureness) => (
          <li key={sureness}>
            <SampleLink sureness={sureness} text={translate(`welcome_link_${sureness}`)} />
            <p class="about">{translate(`welcome_means_${sureness}`)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
