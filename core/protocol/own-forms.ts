import { followUpEdit, MAX_WRITTEN_LENGTH, recommendationSubject, subject } from '../own/forms.ts';
import type { FollowUpChangeAsked, NoteChange, OwnKind, OwnRequests } from './own.ts';
import { flag, keptText, listOf, oneOf, type Read, shape, text, whole } from './shapes.ts';
import type { RequestOf } from './wire.ts';

/** Keys of one request, and UTF-16 units of one. */
const MOST_KEYS = 20_000;
const MAX_KEY_LENGTH = 10_000;

const nothing = shape<Record<string, never>>({});
const written = keptText(MAX_WRITTEN_LENGTH);

type Forms = { readonly [Name in keyof OwnRequests]: Read<RequestOf<OwnRequests, Name>> };

/** The form of each request about what the reader wrote. */
export const OWN_FORMS: Forms = {
  findOwn: shape<RequestOf<OwnRequests, 'findOwn'>>({ keys: listOf(text(MAX_KEY_LENGTH), MOST_KEYS) }),
  listOwn: shape<RequestOf<OwnRequests, 'listOwn'>>({
    kind: oneOf<OwnKind>('note', 'follow-up'),
    start: whole,
    isAnchored: flag,
  }),
  changeNote: shape<NoteChange>({ subject, from: written, to: written }),
  changeFollowUp: shape<FollowUpChangeAsked>({ subject: recommendationSubject, edit: followUpEdit }),
  countActedOn: shape<RequestOf<OwnRequests, 'countActedOn'>>({ publication: text(MAX_KEY_LENGTH) }),
  describeOwn: nothing,
  acknowledgeRepairs: nothing,
};
