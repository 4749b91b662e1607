import { MAX_ADDRESS_LENGTH } from '../address/canonical.ts';
import { MAX_ID_LENGTH } from '../model/ids.ts';
import {
  type Around,
  type Evidence,
  type FollowUp,
  type FollowUpChange,
  type KeptRecord,
  type NamedPublication,
  type NewerRecord,
  type Note,
  type OwnRecord,
  type PostSubject,
  PROGRESS,
  type PublicationSubject,
  RESPONSES,
  type RecommendationSubject,
  type Removed,
  type Subject,
  type Version,
} from '../model/own.ts';
import type { Author } from '../model/post.ts';
import {
  day,
  either,
  keptText,
  listOf,
  oneOf,
  openShape,
  orNull,
  postTime,
  type Read,
  shape,
  text,
  time,
  whole,
} from '../protocol/shapes.ts';
import type { FollowUpEdit } from './change.ts';

/** UTF-16 units of a text of the reader's, and of one of a post's. */
export const MAX_WRITTEN_LENGTH = 1_000_000;
const MAX_WORDS_LENGTH = 100_000;
/** Of a record that is not understood. */
const MAX_RECORD_LENGTH = 50_000_000;
/** Texts of one note, pieces of evidence, changes, and writers of one record. */
const MOST_TEXTS = 1_000;
const MOST_CHANGES = 100_000;
const MOST_WRITERS = 10_000;

const id = text(MAX_ID_LENGTH);
const words = keptText(MAX_WORDS_LENGTH);
const address = text(MAX_ADDRESS_LENGTH);
const written = keptText(MAX_WRITTEN_LENGTH);

const publication = openShape<NamedPublication>({ id, title: words, addresses: listOf(address, 3) });

const plainRecommendation = {
  kind: oneOf('recommendation'),
  publication: orNull(publication),
  thread: id,
  post: id,
  number: whole,
  section: orNull(words),
  words,
};

export const recommendationSubject: Read<RecommendationSubject> = either(
  openShape<Required<RecommendationSubject>>({ ...plainRecommendation, uri: id }),
  openShape<Omit<RecommendationSubject, 'uri'>>(plainRecommendation, ['uri']),
);

export const subject: Read<Subject> = either(
  openShape<PostSubject>({
    kind: oneOf('post'),
    post: id,
    uri: orNull(id),
    time: postTime,
    author: orNull(openShape<Author>({ did: id, handle: id, displayName: words })),
    words,
    about: orNull(publication),
  }),
  either(recommendationSubject, openShape<PublicationSubject>({ kind: oneOf('publication'), publication })),
);

const plainEvidence = {
  id,
  address: written,
  title: written,
  quotation: written,
  day: orNull(day),
  remark: written,
};
const around = openShape<Around>({ prefix: words, suffix: words });

/** What was kept before it was known what is around a quotation stays as it is. */
const evidence: Read<Evidence> = either(
  openShape<Required<Evidence>>({ ...plainEvidence, around }),
  openShape<Omit<Evidence, 'around'>>(plainEvidence, ['around']),
);

/** A day of each is kept, so that each has a time. */
type ChangeOf<Field> = Extract<FollowUpChange, { readonly field: Field }>;

const change: Read<FollowUpChange> = either(
  either(
    openShape<ChangeOf<'response'>>({
      at: time,
      field: oneOf('response'),
      from: oneOf(...RESPONSES),
      to: oneOf(...RESPONSES),
    }),
    openShape<ChangeOf<'progress'>>({
      at: time,
      field: oneOf('progress'),
      from: oneOf(...PROGRESS),
      to: oneOf(...PROGRESS),
    }),
  ),
  either(
    either(
      openShape<ChangeOf<'checkOn'>>({ at: time, field: oneOf('checkOn'), from: orNull(day), to: orNull(day) }),
      openShape<ChangeOf<'evidence'>>({
        at: time,
        field: oneOf('evidence'),
        from: orNull(evidence),
        to: orNull(evidence),
      }),
    ),
    openShape<ChangeOf<'remark'>>({ at: time, field: oneOf('remark'), from: written, to: written }),
  ),
);

const version: Read<Version> = (value) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const counts = Object.entries(value).map(([by, count]) => [id(by), whole(count)] as const);
  const isRead =
    counts.length <= MOST_WRITERS && counts.every(([by, count]) => by !== undefined && count !== undefined);
  return isRead ? (Object.fromEntries(counts) as Version) : undefined;
};

const base = { id, made: time, changed: time, version };

const note = openShape<Note>({
  ...base,
  kind: oneOf('note'),
  subject,
  texts: (value) => {
    const texts = listOf(written, MOST_TEXTS)(value);
    return texts?.length === 0 ? undefined : texts;
  },
});

const followUp = openShape<FollowUp>({
  ...base,
  kind: oneOf('follow-up'),
  subject: recommendationSubject,
  response: oneOf(...RESPONSES),
  progress: oneOf(...PROGRESS),
  checkOn: orNull(day),
  evidence: listOf(evidence, MOST_TEXTS),
  remarks: listOf(written, MOST_TEXTS),
  history: listOf(change, MOST_CHANGES),
});

const removed = openShape<Removed>({ kind: oneOf('removed'), id, changed: time, version });

/** A record as it is stored, carried in a message or a backup. */
export const ownRecord: Read<OwnRecord> = either(note, either(followUp, removed));

const newerRecord = shape<NewerRecord>({ kind: oneOf('newer'), id, text: text(MAX_RECORD_LENGTH) });

/** A record as a backup has it. What a later version made is understood by that version again. */
export const keptRecord: Read<KeptRecord> = either(ownRecord, (value) => {
  const newer = newerRecord(value);
  const found = newer && parse(newer.text);
  if (newer === undefined || typeof found !== 'object' || found === null || !('id' in found)) return undefined;
  return found.id === newer.id ? (ownRecord(found) ?? newer) : undefined;
});

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

type EvidenceEdit = Extract<FollowUpEdit, { readonly field: 'evidence' }>;
const plainEvidenceEdit = { field: oneOf('evidence'), from: orNull(evidence), to: orNull(evidence) };

export const followUpEdit: Read<FollowUpEdit> = either(
  either(
    shape<Extract<FollowUpEdit, { field: 'response' }>>({ field: oneOf('response'), to: oneOf(...RESPONSES) }),
    shape<Extract<FollowUpEdit, { field: 'progress' }>>({ field: oneOf('progress'), to: oneOf(...PROGRESS) }),
  ),
  either(
    either(
      shape<Extract<FollowUpEdit, { field: 'checkOn' }>>({ field: oneOf('checkOn'), to: orNull(day) }),
      either(
        shape<Required<EvidenceEdit>>({ ...plainEvidenceEdit, before: id }),
        shape<Omit<EvidenceEdit, 'before'>>(plainEvidenceEdit),
      ),
    ),
    either(
      shape<Extract<FollowUpEdit, { field: 'remark' }>>({ field: oneOf('remark'), from: written, to: written }),
      shape<Extract<FollowUpEdit, { field: 'subject' }>>({ field: oneOf('subject'), to: recommendationSubject }),
    ),
  ),
);
