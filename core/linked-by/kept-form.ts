import { PUBLICATION_KINDS, type Publication } from '../model/publication.ts';
import { flag, listOf, oneOf, orNull, type Read, shape, text, time } from '../protocol/shapes.ts';
import { readPostUri } from '../sources/bluesky/names.ts';
import { MAX_NAME_LENGTH, MAX_PARTS, MAX_TEXT_LENGTH } from '../sources/limits.ts';
import { postForm } from '../sources/source-forms.ts';
import type { KeptRow } from './kept-feed.ts';

const name = text(MAX_NAME_LENGTH);
const said = text(MAX_TEXT_LENGTH);
const names = listOf(name, MAX_PARTS);

const publication = shape<Publication>({
  id: name,
  kind: oneOf(...PUBLICATION_KINDS),
  title: said,
  otherTitles: listOf(said, MAX_PARTS),
  titleIsCertain: flag,
  description: said,
  siteName: orNull(said),
  isIfg: flag,
  section: orNull(name),
  addresses: names,
  displayForms: names,
  coverageOf: orNull(name),
});

const row = shape<KeptRow>({ uri: name, cid: name, post: postForm, keptAt: time, about: orNull(publication) });

/** A kept post as a file has it: one whose author or address is not known is none. */
export const keptForm: Read<KeptRow> = (value) => {
  const read = row(value);
  return read?.post.author != null && read.post.uri === readPostUri(read.uri) && read.post.uri !== null
    ? read
    : undefined;
};
