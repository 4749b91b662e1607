import { addressOfRoute, type LibraryRoute } from '../../../core/library-route.ts';
import { showNumber } from '../../dates.ts';
import { useLanguage } from '../../words.ts';

interface Choice {
  readonly label: string;
  readonly route: LibraryRoute;
  readonly isCurrent: boolean;
  /** How many there are; null where that is not told. */
  readonly count: number | null;
}

interface Props {
  readonly name: string;
  readonly choices: readonly Choice[];
}

/** Ways to show the same list otherwise: each is an address of its own. */
export function ChoiceLinks({ name, choices }: Props) {
  const language = useLanguage();
  return (
    <nav class="choice-links" aria-label={name}>
      <ul class="choice-list">
        {choices.map(({ label, route, isCurrent, count }) => (
          <li key={label}>
            <a class="choice-link" href={addressOfRoute(route)} aria-current={isCurrent ? 'true' : undefined}>
              {label}
              {count !== null && (
                <>
                  {' '}
                  <span class="choice-count">{showNumber(count, language)}</span>
                </>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
