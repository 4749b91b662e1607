import type { ComponentChildren } from 'preact';
import { LIBRARY_PAGE } from '../../core/library-route.ts';
import type { OwnGlance as Glance, NoteLine } from '../../core/protocol/own-frame.ts';
import { showNumber } from '../dates.ts';
import { useLanguage, useWords } from '../words.ts';

interface Props {
  readonly glance: Glance;
  /** Shows in the library what a query of its page's address names. */
  readonly onOpen: (query: string) => void;
}

const PENCIL = 'M2 10l.6-2.6L8 2l2 2-5.4 5.4z';

/** What the reader has written about one thing, a line each; all of it leads to the library. */
export function OwnGlance({ glance: { query, notes, moreNotes, followUp }, onOpen }: Props) {
  const translate = useWords();
  const language = useLanguage();
  return (
    <ul class="own-glance" aria-label={translate('own_frame_label')}>
      {followUp !== null && (
        <Line query={followUp.query} onOpen={onOpen}>
          <strong>
            {translate(
              'own_frame_acted_on',
              showNumber(followUp.actedOn, language),
              showNumber(followUp.total, language),
            )}
          </strong>
        </Line>
      )}
      {notes.map((note) => (
        <Line key={note.query} query={note.query} onOpen={onOpen}>
          <NoteOf note={note} />
        </Line>
      ))}
      {moreNotes > 0 && (
        <Line query={query} onOpen={onOpen}>
          {translate('own_frame_all', showNumber(notes.length + moreNotes, language))}
        </Line>
      )}
    </ul>
  );
}

function NoteOf({ note: { about, number, line } }: { readonly note: NoteLine }) {
  const translate = useWords();
  const language = useLanguage();
  return (
    <>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        <path d={PENCIL} />
      </svg>
      <span class="about">
        {translate(`own_frame_on_${about}`, ...(number === null ? [] : [showNumber(number, language)]))}
      </span>{' '}
      <bdi>{line}</bdi>
    </>
  );
}

interface LineProps extends Pick<Props, 'onOpen'> {
  readonly query: string;
  readonly children: ComponentChildren;
}

function Line({ query, onOpen, children }: LineProps) {
  return (
    <li>
      <a
        href={LIBRARY_PAGE + query}
        target="_blank"
        rel="noopener"
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          onOpen(query);
        }}
      >
        {children}
      </a>
    </li>
  );
}
