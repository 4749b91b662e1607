import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { showDay, showNumber } from '../../../components/dates.ts';
import type { Unkept } from '../../../components/own/draft.ts';
import { FollowUpEditor } from '../../../components/own/follow-up.tsx';
import { sayProgress, sayResponse } from '../../../components/own/follow-up-words.ts';
import { useLanguage, useWords } from '../../../components/words.ts';
import { isDue, lineKey, type RecommendationLine, standingOf } from '../../../core/follow-up/line.ts';
import { COLUMNS, type Column, countEvidence } from '../../../core/follow-up/table.ts';
import { addressOfRoute, type LibraryRoute } from '../../../core/library-route.ts';
import { keyPart } from '../../../core/message-key.ts';
import type { IsoDate } from '../../../core/model/ids.ts';
import type { FollowUpEdit } from '../../../core/own/change.ts';

export type EditLine = (line: RecommendationLine, edit: FollowUpEdit) => Promise<Unkept | null>;

interface Props {
  readonly route: Extract<LibraryRoute, { readonly view: 'recommendations' }>;
  readonly lines: readonly RecommendationLine[];
  readonly today: IsoDate;
  readonly onEdit: EditLine;
}

/** Recommendations with what the reader noted: each opens below its row; a narrow page shows each as a card. */
export function RecommendationTable({ route, lines, today, onEdit }: Props) {
  const translate = useWords();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (key: string) =>
    setOpen((before) => {
      const after = new Set(before);
      if (!after.delete(key)) after.add(key);
      return after;
    });
  return (
    <table class="follow-table">
      <caption class="unseen">{translate('view_recommendations')}</caption>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <Head key={column} column={column} route={route} />
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => {
          const key = lineKey(line);
          const isOpen = open.has(key);
          return (
            <Fragment key={key}>
              <Row line={line} today={today} isOpen={isOpen} onToggle={() => toggle(key)} />
              {isOpen && (
                <tr class="follow-open">
                  <td colSpan={COLUMNS.length}>
                    <FollowUpEditor line={line} onEdit={(edit) => onEdit(line, edit)} />
                  </td>
                </tr>
              )}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}

interface HeadProps extends Pick<Props, 'route'> {
  readonly column: Column;
}

/** Sorts by its column; once more, the other way round. */
function Head({ column, route }: HeadProps) {
  const translate = useWords();
  const { by, isDown } = route.asked;
  const isBy = by === column;
  const next = { ...route, asked: { ...route.asked, by: column, isDown: isBy && !isDown } };
  return (
    <th
      scope="col"
      class={`follow-column-${column}`}
      aria-sort={isBy ? (isDown ? 'descending' : 'ascending') : undefined}
    >
      <a class="follow-sort" href={addressOfRoute(next)} title={translate('follow_sort')}>
        {translate(`follow_column_${keyPart(column)}`)}
        {isBy && <span aria-hidden="true">{isDown ? ' ▼' : ' ▲'}</span>}
      </a>
    </th>
  );
}

interface RowProps extends Pick<Props, 'today'> {
  readonly line: RecommendationLine;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function Row({ line, today, isOpen, onToggle }: RowProps) {
  const translate = useWords();
  const language = useLanguage();
  const { subject, followUp, state, isNoted } = line;
  const { publication, number, section, words, post } = subject;
  const { response, progress } = standingOf(line);
  const checkOn = followUp?.checkOn ?? null;
  const evidence = countEvidence(line);
  const shown = showNumber(number, language);
  const name = (column: Column) => translate(`follow_column_${keyPart(column)}`);
  return (
    <tr class="follow-line">
      <td data-name={name('publication')} dir="auto">
        {publication === null ? (
          '–'
        ) : (
          <a class="link" href={addressOfRoute({ view: 'publication', id: publication.id })}>
            {publication.title}
          </a>
        )}
      </td>
      <td data-name={name('number')} class="follow-number">
        {shown}
      </td>
      <td data-name={name('section')} dir="auto">
        {section ?? '–'}
      </td>
      <th scope="row" data-name={name('words')} class="follow-words" dir="auto">
        {state === 'gone' ? (
          words
        ) : (
          <a class="link" data-item="" href={addressOfRoute({ view: 'post', id: post })}>
            {words}
          </a>
        )}
        {state !== 'present' && (
          <span class="follow-state">{translate(state === 'gone' ? 'follow_gone' : 'follow_changed_short')}</span>
        )}
        <button
          type="button"
          class="action"
          aria-expanded={isOpen}
          aria-label={translate('follow_edit_title', shown)}
          onClick={onToggle}
        >
          {translate('follow_edit')}
        </button>
      </th>
      <td data-name={name('response')} class="follow-standing">
        {sayResponse(translate, response)}
      </td>
      <td data-name={name('progress')} class="follow-standing">
        {sayProgress(translate, progress)}
      </td>
      <td data-name={name('check-on')} class={isDue(line, today) ? 'follow-due' : undefined}>
        {checkOn === null ? '–' : <time dateTime={checkOn}>{showDay(checkOn, language)}</time>}
        {isDue(line, today) && <span class="follow-state">{translate('follow_due')}</span>}
      </td>
      <td data-name={name('evidence')} class="follow-number">
        {showNumber(evidence, language)}
      </td>
      <td data-name={name('note')}>{isNoted ? translate('follow_noted') : '–'}</td>
    </tr>
  );
}
