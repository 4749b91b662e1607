import { TakeAway } from '../../../components/library/take-away.tsx';
import { useLanguage, useWords } from '../../../components/words.ts';
import { localDay } from '../../../core/local-day.ts';
import { ask } from '../../../platform/ask.ts';
import type { TakeAwayProps } from '../take-away.tsx';
import * as ways from './gather.ts';
import { saveTakenAway } from './save.ts';

/** The formats, and what gathers and writes. */
export function TakeAwayMenu({ title, gather }: TakeAwayProps) {
  const translate = useWords();
  const language = useLanguage();
  return (
    <TakeAway
      onTake={async ({ format, tell, signal }) => {
        const gathering = { ask, tell, signal };
        const items = await gather(ways, gathering);
        const sources = await ways.gatherSources(gathering, items);
        signal.throwIfAborted();
        return saveTakenAway(format, { title, day: localDay(Date.now()), items, sources }, translate, language);
      }}
    />
  );
}
