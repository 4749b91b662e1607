import { useRef, useState } from 'preact/hooks';
import { showNumber } from '../../components/dates.ts';
import { useLanguage, useWords } from '../../components/words.ts';
import { addressOfRoute } from '../../core/library-route.ts';
import { keyPart } from '../../core/message-key.ts';
import { type LoggedRequest, MAX_LOGGED } from '../../core/network/logged-request.ts';

/** The latest requests, the latest last; null where they could not be read. */
export type Log = readonly LoggedRequest[] | 'waiting' | null;

interface Props {
  readonly log: Log;
  readonly onClear: () => Promise<void>;
}

/** What was asked of whom. */
export function Requests({ log, onClear }: Props) {
  const translate = useWords();
  const language = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  const [told, setTold] = useState('');
  const clear = async () => {
    // The button goes with the list.
    heading.current?.focus();
    setTold(
      await onClear().then(
        () => translate('requests_cleared'),
        () => translate('options_not_saved'),
      ),
    );
  };
  const isEmpty = log === null || log === 'waiting' || log.length === 0;
  return (
    <>
      <h1 ref={heading} class="page-title" tabIndex={-1}>
        {translate('requests_title')}
      </h1>
      <div class="requests-head">
        <p class="lead">
          {translate('requests_lead', showNumber(MAX_LOGGED, language))}{' '}
          <a class="link" href={addressOfRoute({ view: 'accounts' })}>
            {translate('consent_all_accounts')}
          </a>
        </p>
        {!isEmpty && (
          <button type="button" class="button" onClick={() => void clear()}>
            {translate('requests_clear')}
          </button>
        )}
      </div>
      {log === null && <p class="paragraph">{translate('requests_not_loaded')}</p>}
      {log !== null && log !== 'waiting' && (isEmpty ? <Nothing /> : <List log={log} />)}
      <p class="unseen" role="status">
        {told}
      </p>
    </>
  );
}

function Nothing() {
  const translate = useWords();
  return <p class="paragraph">{translate('requests_none')}</p>;
}

function List({ log }: { readonly log: readonly LoggedRequest[] }) {
  const translate = useWords();
  const columns = ['when', 'host', 'what', 'bytes', 'answer'] as const;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard.
    <section class="requests-scroller" tabIndex={0} aria-label={translate('requests_title')}>
      <table class="requests-table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" class={`requests-${column}`}>
                {translate(`requests_${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {log.toReversed().map((request) => (
            // Requests are sent one at a time.
            <Row key={request.at} request={request} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ request: { host, what, purpose, at, outcome, status, bytes } }: { readonly request: LoggedRequest }) {
  const translate = useWords();
  const language = useLanguage();
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' }).format(at);
  return (
    <tr>
      <td>
        <time dateTime={new Date(at).toISOString()}>{when}</time>
      </td>
      <td>
        <bdi>{host}</bdi>
      </td>
      <td>
        {translate(`asked_${purpose}`)}
        <bdi class="requests-method">{what}</bdi>
      </td>
      <td class="requests-bytes">{showNumber(bytes, language)}</td>
      <td>
        {translate(`outcome_${keyPart(outcome)}`)}
        {status !== null && ` (${status})`}
      </td>
    </tr>
  );
}
