import { localDay } from '../../core/local-day.ts';
import type { FollowUp } from '../../core/model/own.ts';
import { showDay, showNumber } from '../dates.ts';
import { useLanguage, useWords } from '../words.ts';
import { sayChange } from './follow-up-words.ts';

/** Every change with its day, the newest first. */
export function History({ followUp: { history } }: { readonly followUp: FollowUp }) {
  const translate = useWords();
  const language = useLanguage();
  if (history.length === 0) return null;
  return (
    <details class="follow-history">
      <summary class="follow-head">{translate('follow_history', showNumber(history.length, language))}</summary>
      <ol class="follow-list" reversed>
        {history.toReversed().map((change) => (
          <li key={JSON.stringify(change)} class="follow-item" dir="auto">
            <time dateTime={localDay(change.at)}>{showDay(localDay(change.at), language)}</time>:{' '}
            {sayChange(translate, language, change)}
          </li>
        ))}
      </ol>
    </details>
  );
}
