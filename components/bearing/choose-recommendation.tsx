import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Quote } from '../../core/bearing/quote.ts';
import type { RecommendationSubject } from '../../core/model/own.ts';
import { BoundedList } from '../bounded-list.tsx';
import { useWords } from '../words.ts';
import { SubjectLine } from './subject-line.tsx';

interface Props {
  readonly quote: Quote;
  readonly list: () => Promise<readonly RecommendationSubject[]>;
  readonly onChoose: (subject: RecommendationSubject) => void;
  readonly onCancel: () => void;
}

/** Asks of which recommendation a text of the page is evidence. */
export function ChooseRecommendation({ quote, list, onChoose, onCancel }: Props) {
  const translate = useWords();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [all, setAll] = useState<readonly RecommendationSubject[] | null>(null);
  const [filter, setFilter] = useState('');
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    list().then(setAll, () => setAll([]));
  }, [list]);
  const wanted = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = (all ?? []).filter((subject) => wanted.every((word) => textOf(subject).includes(word)));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is heard wherever the focus is in it.
    <div
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <p class="bearing-line">{translate('bearing_choose')}</p>
      <blockquote class="follow-quoted bearing-quote" dir="auto">
        {quote.exact}
      </blockquote>
      <p class="bearing-ways">
        <label class="unseen" for={`${id}filter`}>
          {translate('bearing_choose_filter')}
        </label>
        <input
          id={`${id}filter`}
          ref={field}
          type="search"
          class="follow-input bearing-filter"
          placeholder={translate('bearing_choose_filter')}
          value={filter}
          onInput={({ currentTarget }) => setFilter(currentTarget.value)}
        />
        <button type="button" class="action" onClick={onCancel}>
          {translate('bearing_choose_cancel')}
        </button>
      </p>
      {all !== null && shown.length === 0 && (
        <p class="notice" role="status">
          {translate(all.length === 0 ? 'bearing_no_recommendations' : 'bearing_choose_nothing')}
        </p>
      )}
      {shown.length > 0 && (
        <BoundedList key={filter} items={shown} first={20} className="items">
          {(subject) => (
            <li key={`${subject.post} ${subject.number}`}>
              <button type="button" class="item" onClick={() => onChoose(subject)}>
                <SubjectLine subject={subject} />
              </button>
            </li>
          )}
        </BoundedList>
      )}
    </div>
  );
}

function textOf({ number, words, section, publication }: RecommendationSubject): string {
  return [number, words, section, publication?.title].join(' ').toLowerCase();
}
