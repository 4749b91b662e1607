import { createContext } from 'preact';
import type { Note, OwnId, Subject } from '../../core/model/own.ts';
import type { OwnRequests } from '../../core/protocol/own.ts';
import type { Ask } from '../../core/protocol/wire.ts';
import { createDraft, type Draft, isUnkept, type Unkept } from './draft.ts';
import { createHeld, type Held } from './held.ts';
import { createOwnRecords, type OwnRecords } from './records.ts';
import { whyUnkept } from './why-unkept.ts';

/** What the reader wrote, as one page shows and changes it, for as long as that page is open. */
export interface Own extends Pick<OwnRecords, 'watch' | 'renew'> {
  readonly ask: Ask<OwnRequests>;
  /** Calls back when what the reader wrote, or what it is about, may be another; gives what ends it. */
  readonly onChange: (tell: () => void) => () => void;
  /** Has one text of a note take the place of another, `''` for none; null where it is kept. */
  readonly keepNote: (subject: Subject, from: string, to: string) => Promise<Unkept | null>;
  /** The text of a note that is being written, or was since the page is open. */
  readonly draftOf: (id: OwnId) => Draft | undefined;
  /** Begins to write a note at what is stored of it, or goes on. */
  readonly write: (id: OwnId, subject: Subject, stored: string) => Draft;
  /** Calls back when a draft has changed; gives what ends it. */
  readonly onDraft: (id: OwnId, tell: () => void) => () => void;
  /** Notes that were written since the page is open; of those that were removed the words are still there. */
  readonly readWritten: () => readonly Pick<Note, 'id' | 'subject'>[];
  /** What is written and chosen in the fields of follow-ups. */
  readonly held: Held;
  /** Has all that is written kept at once. */
  readonly flush: () => void;
  /** Whether there are words that could not be kept so far. */
  readonly hasUnkept: () => boolean;
}

/** Null on a page that shows nothing of the reader's own. */
export const OwnContext = createContext<Own | null>(null);

/** `listen` tells when what the reader wrote, or what it is about, may be another. */
export function createOwn(ask: Ask<OwnRequests>, listen: (again: () => void) => () => void): Own {
  const { watch, renew } = createOwnRecords((keys) => ask('findOwn', { keys }), listen);
  const held = createHeld();
  const drafts = new Map<OwnId, Draft>();
  const subjects = new Map<OwnId, Subject>();
  const listeners = new Map<OwnId, Set<() => void>>();
  const tellOf = (id: OwnId) => {
    for (const tell of listeners.get(id) ?? []) tell();
  };
  // An answer to what was asked before would tell of the text before.
  const keepNote = async (subject: Subject, from: string, to: string) =>
    whyUnkept(ask('changeNote', { subject, from, to }).then(renew));
  return {
    ask,
    onChange: listen,
    watch,
    renew,
    keepNote,
    draftOf: (id) => drafts.get(id),
    write(id, subject, stored) {
      const draft =
        drafts.get(id) ??
        createDraft(
          stored,
          (from, to) => keepNote(subject, from, to),
          () => tellOf(id),
        );
      drafts.set(id, draft);
      subjects.set(id, subject);
      draft.open();
      tellOf(id);
      return draft;
    },
    onDraft(id, tell) {
      const own = listeners.get(id) ?? new Set();
      listeners.set(id, own.add(tell));
      return () => own.delete(tell);
    },
    readWritten: () =>
      [...subjects].flatMap(([id, subject]) => {
        const state = drafts.get(id)?.read();
        return state !== undefined && `${state.text}${state.opened}` !== '' ? [{ id, subject }] : [];
      }),
    held,
    flush: () => {
      for (const draft of drafts.values()) draft.flush();
      held.flush();
    },
    hasUnkept: () => held.hasUnkept() || [...drafts.values()].some((draft) => isUnkept(draft.read().keeping)),
  };
}
