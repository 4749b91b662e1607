import { useContext, useRef } from 'preact/hooks';
import { ListTotal } from '../../../components/library/browse/list-total.tsx';
import { MoreButton } from '../../../components/library/browse/more-button.tsx';
import { Nothing } from '../../../components/library/browse/states.tsx';
import { useArrival } from '../../../components/library/browse/use-arrival.ts';
import { ViewHeading } from '../../../components/library/view-heading.tsx';
import { type AnchoredNote, NoteList } from '../../../components/own/note-list.tsx';
import { OwnContext } from '../../../components/own/own.ts';
import { useCount, useWords } from '../../../components/words.ts';
import type { OwnList } from '../../../core/protocol/own.ts';
import { ask } from '../../../platform/ask.ts';
import { AskedView } from '../asked-view.tsx';
import { TakeAwayAll } from '../take-away.tsx';
import { useOwnWritten } from '../use-own-written.ts';
import { useParts } from '../use-parts.ts';
import { usePlaces } from './use-places.ts';

/** All notes, the newest first, under what they are about. */
export function NotesView() {
  const translate = useWords();
  const say = useCount();
  const own = useContext(OwnContext);
  const { more, ...asked } = useParts('', async (start) =>
    partOf(await ask('listOwn', { kind: 'note', start, isAnchored: true })),
  );
  useOwnWritten(asked.tryAgain);
  const inPlace = usePlaces();
  const list = useRef<HTMLDivElement>(null);
  // Notes on one publication stand together, whichever part they came in.
  useArrival(list, more.arrival, (within) => {
    const items = new Map(
      [...within.querySelectorAll<HTMLElement>('[data-note-id]')].map((each) => [each.dataset.noteId, each]),
    );
    return (asked.answer?.items ?? []).map(({ note }) => items.get(note.id));
  });
  return (
    <AskedView asked={asked}>
      {({ items, total }) => {
        const shown = inPlace(items, own?.readWritten() ?? []);
        if (shown.length === 0) return <NoNotes />;
        return (
          <>
            <ViewHeading title={translate('view_notes')} />
            <p class="lead">{translate('note_list_about')}</p>
            <ListTotal all={say('notes', total)} shown={items.length} total={total} />
            <TakeAwayAll
              title={translate('view_notes')}
              gather={({ gatherOwn }, gathering) => gatherOwn(gathering, 'note')}
            />
            <div ref={list}>
              <NoteList notes={shown} />
            </div>
            <MoreButton left={total - items.length} more={more} />
          </>
        );
      }}
    </AskedView>
  );
}

function NoNotes() {
  const translate = useWords();
  return (
    <Nothing
      title={translate('note_list_none')}
      about={translate('note_list_none_about')}
      next={{ label: translate('view_publications'), route: { view: 'publications', order: 'said', kind: null } }}
    />
  );
}

function partOf({ items, anchors, total }: OwnList): { items: readonly AnchoredNote[]; total: number } {
  const notes = items.map((note, place) => ({
    note,
    anchor: anchors[place] ?? null,
    changed: new Date(note.changed).toISOString(),
  }));
  return { items: notes, total };
}
