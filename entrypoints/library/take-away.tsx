import { useState } from 'preact/hooks';
import { useWords } from '../../components/words.ts';
import type { Item } from '../../core/take-away/items.ts';
import { lazily } from './lazily.tsx';
import type { Gathering } from './take-away/gather.ts';

export interface TakeAwayProps {
  /** What all of it is. */
  readonly title: string;
  /** What gathers all of it, out of the ways of gathering. */
  readonly gather: (ways: typeof import('./take-away/gather.ts'), gathering: Gathering) => Promise<readonly Item[]>;
}

const Menu = lazily(async () => (await import('./take-away/menu.tsx')).TakeAwayMenu);

/** Lets the reader take all of a view away. */
export function TakeAwayAll(props: TakeAwayProps) {
  const translate = useWords();
  const [isWanted, setIsWanted] = useState(false);
  return (
    <details class="take-away" onToggle={() => setIsWanted(true)}>
      <summary>{translate('take_away')}</summary>
      {isWanted && <Menu {...props} />}
    </details>
  );
}
