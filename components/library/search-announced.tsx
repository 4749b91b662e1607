import type { SearchAnswer } from '../../core/protocol/search.ts';
import { showNumber } from '../dates.ts';
import { useLanguage, useWords } from '../words.ts';
import { Announced } from './announced.tsx';

interface Props {
  /** What was asked; empty for everything. */
  readonly text: string;
  readonly answer: Pick<SearchAnswer, 'total' | 'instead'> | undefined;
}

/** Tells those who do not see it what was looked for, what instead of that, and how much was found; also that nothing was. */
export function SearchAnnounced({ text, answer }: Props) {
  const translate = useWords();
  const language = useLanguage();
  if (answer === undefined) return <Announced text="" />;
  const { total, instead } = answer;
  const asked = text.trim();
  const all = showNumber(total, language);
  const said = [
    asked === '' ? '' : `${translate('search_title', asked)}.`,
    instead?.kind === 'spelling' ? `${translate('search_instead')} ${instead.text}.` : '',
    instead?.kind === 'some' ? translate('search_some') : '',
    total === 0 ? translate('nothing_title') : translate(asked === '' ? 'search_all' : 'search_found', all),
  ];
  return <Announced text={said.filter((each) => each !== '').join(' ')} />;
}
