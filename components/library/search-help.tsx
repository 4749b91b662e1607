import type { MessageKey } from '../../core/message-key.ts';
import { useWords } from '../words.ts';

interface Props {
  /** Where an example leads. */
  readonly hrefOf: (text: string) => string;
}

/** What can be typed beside words, each with an example to follow. */
const WAYS: readonly (readonly [example: string, means: MessageKey])[] = [
  ['"public procurement"', 'help_phrase'],
  ['procurement -defence', 'help_without'],
  ['kind:recommendation', 'help_kind'],
  ['from:2025-01-01 to:2025-06-30', 'help_days'],
  ['is:new', 'help_new'],
  ['site:gov.uk', 'help_site'],
  ['account:example.bsky.social', 'help_account'],
  ['publication:"Title of a report"', 'help_publication'],
  ['has:note', 'search_own_help_has'],
  ['response:accepted', 'search_own_help_response'],
  ['progress:under-way', 'search_own_help_progress'],
  ['is:due', 'search_own_help_due'],
];

/** The operators, beside the box that takes them. */
export function SearchHelp({ hrefOf }: Props) {
  const translate = useWords();
  return (
    <details class="help">
      <summary class="help-title">{translate('help_title')}</summary>
      <p class="paragraph quiet">{translate('help_words')}</p>
      <dl class="help-list">
        {WAYS.map(([example, means]) => (
          <div key={means} class="help-row">
            <dt>
              <a class="link help-example" href={hrefOf(example)}>
                {example}
              </a>
            </dt>
            <dd>{translate(means)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
