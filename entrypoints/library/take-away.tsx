import { TakeAway } from '../../components/library/take-away.tsx';
import { useLanguage, useWords } from '../../components/words.ts';
import type { IsoDate } from '../../core/model/ids.ts';
import type { Item } from '../../core/take-away/items.ts';
import type { Gathering } from './take-away/gather.ts';

interface Props extends Pick<Gathering, 'ask'> {
  /** What all of it is. */
  readonly title: string;
  /** What gathers all of it; the ways of gathering come with the first that is taken away. */
  readonly gather: (ways: typeof import('./take-away/gather.ts'), gathering: Gathering) => Promise<readonly Item[]>;
}

/** Lets the reader take all of a view away; what gathers and writes is loaded when it is wanted. */
export function TakeAwayAll({ ask, title, gather }: Props) {
  const translate = useWords();
  const language = useLanguage();
  return (
    <TakeAway
      onTake={async ({ format, tell, signal }) => {
        const [ways, { saveTakenAway }] = await Promise.all([
          import('./take-away/gather.ts'),
          import('./take-away/save.ts'),
        ]);
        const items = await gather(ways, { ask, tell, signal });
        signal.throwIfAborted();
        return saveTakenAway(format, { title, day: today(), items }, translate, language);
      }}
    />
  );
}

/** Where the reader is. */
function today(): IsoDate {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
