import { useContext, useEffect, useRef } from 'preact/hooks';
import { ListTotal } from '../../../components/library/browse/list-total.tsx';
import { MoreButton } from '../../../components/library/browse/more-button.tsx';
import { Nothing } from '../../../components/library/browse/states.tsx';
import { ViewHeading } from '../../../components/library/view-heading.tsx';
import { type AnchoredNote, NoteList } from '../../../components/own/note-list.tsx';
import { OwnContext } from '../../../components/own/own.ts';
import { useCount, useWords } from '../../../components/words.ts';
import type { OwnId } from '../../../core/model/own.ts';
import type { OwnList } from '../../../core/protocol/own.ts';
import { ask } from '../../../platform/ask.ts';
import { ownChanges } from '../../../platform/changes.ts';
import { AskedView } from '../asked-view.tsx';
import { TakeAwayAll } from '../take-away.tsx';
import { useParts } from '../use-parts.ts';

/** All notes, the newest first, under what they are about. */
export function NotesView() {
  const translate = useWords();
  const say = useCount();
  const own = useContext(OwnContext);
  const { more, ...asked } = useParts('', async (start) => partOf(await ask('listOwn', { kind: 'note', start })));
  const latest = useRef(asked.tryAgain);
  latest.current = asked.tryAgain;
  useEffect(() => ownChanges.listen(() => latest.current()), []);
  const inOrder = useSteadyOrder();
  return (
    <AskedView asked={asked}>
      {({ items, total }) => {
        const listed = new Set(items.map(({ note }) => note.id));
        const removed = (own?.readRemoved() ?? []).filter(({ id }) => !listed.has(id));
        const shown = [...items, ...removed.map((note) => ({ note, anchor: null, changed: null }))];
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
            <NoteList notes={inOrder(shown)} />
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

/** Whoever writes in one finds it where it was: each stays where it came by its day when it was first seen. */
function useSteadyOrder() {
  const seen = useRef(new Map<OwnId, string>());
  return (notes: readonly AnchoredNote[]): readonly AnchoredNote[] => {
    for (const { note, changed } of notes) if (!seen.current.has(note.id)) seen.current.set(note.id, changed ?? '');
    const seenOf = ({ note }: AnchoredNote) => seen.current.get(note.id) ?? '';
    return notes.toSorted((one, other) => (seenOf(one) < seenOf(other) ? 1 : seenOf(one) > seenOf(other) ? -1 : 0));
  };
}
