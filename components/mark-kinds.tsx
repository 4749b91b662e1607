import { SampleLink } from './sample-link.tsx';
import { useWords } from './words.ts';

const KINDS = ['exact', 'likely', 'related'] as const;

/** What marks look like, and what each kind says. */
export function MarkKinds() {
  const translate = useWords();
  return (
    <ul class="mark-kinds">
      {KINDS.map((sureness) => (
        <li key={sureness} class="mark-kind">
          <SampleLink sureness={sureness} text={translate(`mark_sample_${sureness}`)} />
          <p class="mark-meaning">{translate(`mark_means_${sureness}`)}</p>
        </li>
      ))}
    </ul>
  );
}
