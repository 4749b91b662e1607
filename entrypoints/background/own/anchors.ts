import type { FollowUp, Note, OwnId, Subject } from '../../../core/model/own.ts';
import { hasSameWords } from '../../../core/own/keys.ts';
import type { Anchor } from '../../../core/protocol/own.ts';
import { type AskedContent, findSubject } from './find-subject.ts';

type Written = Note | FollowUp;

export interface Anchors {
  /** What the library has now of what each record is about, in their order. */
  find(records: readonly Written[]): Promise<readonly Anchor[]>;
  /** The library has changed. */
  forget(this: void): void;
}

interface Known {
  readonly subject: Subject;
  readonly anchor: Promise<Anchor>;
}

/** Records whose items are looked for at once; the library answers others in between. */
const AT_ONCE = 20;

/** Finds what records are about in the library, and knows it until that changes. */
export function createAnchors(library: () => Promise<AskedContent>): Anchors {
  let known = new Map<OwnId, Known>();
  const anchorOf = ({ id, subject }: Written): Promise<Anchor> => {
    const before = known.get(id);
    if (before !== undefined && before.subject === subject) return before.anchor;
    const within = known;
    const anchor = library()
      .then((content) => findAnchor(content, subject))
      .catch((error: unknown): Anchor => {
        console.error('IfG Gloss cannot say what something was written about:', error);
        // It is asked again.
        within.delete(id);
        return { kind: 'unknown' };
      });
    within.set(id, { subject, anchor });
    return anchor;
  };
  return {
    async find(records) {
      const anchors: Anchor[] = [];
      for (let start = 0; start < records.length; start += AT_ONCE)
        anchors.push(...(await Promise.all(records.slice(start, start + AT_ONCE).map(anchorOf))));
      return anchors;
    },
    forget() {
      known = new Map();
    },
  };
}

async function findAnchor(content: AskedContent, written: Subject): Promise<Anchor> {
  const subject = await findSubject(content, written);
  return subject === null
    ? { kind: 'gone' }
    : { kind: 'present', subject, hasSameWords: hasSameWords(wordsOf(subject), wordsOf(written)) };
}

/** A publication's title is none of the words that something is written about. */
function wordsOf(subject: Subject): string {
  return subject.kind === 'publication' ? '' : subject.words;
}
