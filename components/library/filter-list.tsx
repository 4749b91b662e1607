import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { useLanguage, useWords } from '../words.ts';
import { listNumber } from './listed.ts';

/** One value of a filter, as a link to the same search with it, or without it where it holds already. */
export interface FilterLink {
  readonly key: string;
  readonly label: ComponentChildren;
  readonly hits: number;
  readonly isOn: boolean;
  readonly href: string;
}

interface Props {
  readonly title: string;
  readonly links: readonly FilterLink[];
}

/** So many are shown at first, beside what holds. */
const FIRST = 6;

/** The values that a filter can have, and how many hits each would leave. */
export function FilterList({ title, links }: Props) {
  const translate = useWords();
  const language = useLanguage();
  const id = useId();
  const [isWhole, setIsWhole] = useState(false);
  if (links.length === 0) return null;
  const shown = links.filter(({ isOn }, index) => isWhole || isOn || index < FIRST);
  const left = links.length - shown.length;
  return (
    <div class="filter">
      <h3 class="filter-title" id={id}>
        {title}
      </h3>
      <ul class="filter-links" aria-labelledby={id}>
        {shown.map(({ key, label, hits, isOn, href }) => (
          <li key={key}>
            <a class="filter-link" href={href} aria-current={isOn ? 'true' : undefined}>
              <span class="filter-label">{label}</span>
              <span class="filter-hits">{listNumber(hits, language)}</span>
            </a>
          </li>
        ))}
      </ul>
      {(left > 0 || isWhole) && (
        <button type="button" class="action" aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? translate('filter_fewer') : translate('show_more', listNumber(left, language))}
        </button>
      )}
    </div>
  );
}
