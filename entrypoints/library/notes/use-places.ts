import { useRef } from 'preact/hooks';
import type { AnchoredNote } from '../../../components/own/note-list.tsx';
import type { OwnId } from '../../../core/model/own.ts';

/** A note as it was listed last, and when it had been changed as it was first. */
interface Place {
  readonly item: AnchoredNote;
  readonly since: string;
}

/**
 * Has whoever writes in a list find each note where it was, though the latest comes first: its place is that of when it was
 * seen first. Notes that were written here stay also where they are listed no longer, for they can be had back.
 */
export function usePlaces() {
  const places = useRef(new Map<OwnId, Place>());
  return (listed: readonly AnchoredNote[], written: readonly AnchoredNote['note'][]): readonly AnchoredNote[] => {
    const put = (item: AnchoredNote) => {
      const since = places.current.get(item.note.id)?.since ?? item.changed ?? '';
      places.current.set(item.note.id, { item, since });
    };
    for (const item of listed) put(item);
    for (const note of written) if (!places.current.has(note.id)) put({ note, anchor: null, changed: null });
    const shown = new Set([...listed.map(({ note }) => note.id), ...written.map(({ id }) => id)]);
    return [...places.current.values()]
      .filter(({ item }) => shown.has(item.note.id))
      .toSorted((one, other) => (one.since < other.since ? 1 : one.since > other.since ? -1 : 0))
      .map(({ item }) => item);
  };
}
