import type { IsoDate } from '../model/ids.ts';
import type { Post } from '../model/post.ts';
import type { Recommendation } from '../model/recommendation.ts';
import { present } from '../postings/damage.ts';
import type { Found, SearchHit } from '../protocol/search.ts';
import { writeDay } from '../text/minutes.ts';
import { familiesOf } from '../text/word-families.ts';
import { NEVER, NONE } from './columns.ts';
import type { Place } from './copies.ts';
import type { Findings } from './find.ts';
import { eachAbout, firstOf, type LibraryColumns, membersOf, placeOfDocument } from './library-columns.ts';
import { createMarkWanted, type MarkWanted, type NamedText } from './mark-wanted.ts';
import { createWeigh, EXCLUDED } from './match.ts';
import type { OwnDocuments, PlacedNote } from './own-documents.ts';
import { readRecord, textsOf, titleOf } from './own-texts.ts';
import type { CountedPublication } from './source.ts';
import type { FoundDocument, FoundItem } from './tally.ts';
import type { Kind } from './written.ts';

/** Reads some of what was found, with its words marked; keeps the order. */
export async function presentHits(presenting: Findings, items: readonly FoundItem[]): Promise<SearchHit[]> {
  const { library, own, decided } = presenting;
  const found = items.filter((item): item is FoundDocument => item.kind !== 'notes');
  const notes = items.flatMap((item) => (item.kind === 'notes' ? present(own.notes[item.place]) : []));
  const mark = createMarkWanted(decided.wanted, [...decided.held.begun, ...begunInOwn(presenting, found, notes)]);
  const shown = found.map((each) => ({ ...each, copy: copyFor(presenting, each) }));
  const of = (kind: Kind) => shown.filter((each) => each.kind === kind).map(({ copy }) => copy);
  const saying = findSaying(presenting, found);
  const [posts, recommendations, publications, said] = await Promise.all([
    readBy(presenting, 'posts', of('posts')),
    readBy(presenting, 'recommendations', of('recommendations')),
    readBy(presenting, 'publications', [
      ...of('publications'),
      ...shown.flatMap((each) => aboutOf(library, each) ?? []),
      ...notes.flatMap(({ about }) => aboutNote(library, about) ?? []),
    ]),
    readBy(presenting, 'posts', [...saying.values()]),
  ]);
  const presentNote = ({ note, day, isNew, about }: PlacedNote): SearchHit => {
    const of = aboutNote(library, about);
    const publication = of === null ? null : known(publications, of).publication;
    const titles = publication === null ? [titleOf(note.subject)] : [publication.title, ...publication.otherTitles];
    const texts = note.texts.map((text) => ({ field: 'note', text }) as const);
    return {
      kind: 'note',
      note,
      day: sayDay(day),
      isNew,
      item: about?.item ?? null,
      about: publication && { id: publication.id, title: publication.title },
      foundIn: markIn(mark, texts, titles),
    };
  };
  const presentDocument = ({ kind, document, copy }: (typeof shown)[number]): SearchHit => {
    const base = {
      day: sayDay(library[kind].days[document] ?? NEVER),
      isNew: presenting.fresh?.[kind][document] === 1,
    };
    if (kind === 'publications') {
      const counted = known(publications, copy);
      const post = said.get(saying.get(document) ?? NONE) ?? null;
      return { kind: 'publication', ...counted, ...base, foundIn: mark(textsOfPublication(counted, post)) };
    }
    const feed = presenting.source.feeds[library[kind].feeds[copy] ?? 0]?.id ?? '';
    const about = aboutOf(library, { kind, copy });
    const publication = about === null ? null : known(publications, about).publication;
    const saidBase = {
      ...base,
      feed,
      about: publication === null ? null : { id: publication.id, title: publication.title },
    };
    const titles = publication === null ? [] : [publication.title, ...publication.otherTitles];
    if (kind === 'posts') {
      const post = known(posts, copy);
      return { kind: 'post', post, ...saidBase, foundIn: markIn(mark, textsOfPost(post), titles) };
    }
    const recommendation = known(recommendations, copy);
    const texts = [...textsOfRecommendation(recommendation), ...textsOfFollowUp(own, document)];
    return { kind: 'recommendation', recommendation, ...saidBase, foundIn: markIn(mark, texts, titles) };
  };
  const documents = shown.values();
  const noteHits = notes.values();
  return items.map(({ kind }) =>
    kind === 'notes' ? presentNote(present(noteHits.next().value)) : presentDocument(present(documents.next().value)),
  );
}

function aboutNote(library: LibraryColumns, about: PlacedNote['about']): number | null {
  if (about === null) return null;
  const { kind, document } = about;
  return kind === 'publications' ? document : aboutOf(library, { kind, copy: document });
}

function textsOfFollowUp({ followUps }: OwnDocuments, recommendation: number): NamedText[] {
  const followUp = followUps.get(recommendation);
  return followUp === undefined ? [] : textsOf(followUp).map((text) => ({ field: 'follow-up', text }) as const);
}

/** The families that the open word begins in what the reader wrote of what is shown: no index has them. */
function begunInOwn(
  { decided, own }: Findings,
  found: readonly FoundDocument[],
  notes: readonly PlacedNote[],
): readonly string[] {
  const open = decided.wanted.words.at(-1);
  if (open?.isOpen !== true) return [];
  const followUps = found.flatMap(({ kind, document }) =>
    kind === 'recommendations' ? (own.followUps.get(document) ?? []) : [],
  );
  const words = [...notes.map(({ note }) => note), ...followUps].flatMap((record) => readRecord(record).words);
  return [...new Set(words.filter((word) => word.startsWith(open.word)).flatMap(familiesOf))];
}

function known<Value>(read: ReadonlyMap<number, Value>, document: number): Value {
  const value = read.get(document);
  if (value === undefined) throw new Error(`a document ${document} was not read`);
  return value;
}

/** Of what several feeds hold, the first that is asked for. */
function copyFor({ source, library, query }: Findings, { kind, document }: FoundDocument): number {
  const { accounts } = query.filters;
  const documents = library[kind];
  const isAsked = (copy: number) => accounts.includes(source.feeds[documents.feeds[copy] ?? 0]?.handle ?? '');
  return (accounts.length === 0 ? undefined : membersOf(documents, document).find(isAsked)) ?? document;
}

async function readBy<K extends Kind>(
  { source, library }: Findings,
  kind: K,
  documents: readonly number[],
): Promise<
  ReadonlyMap<number, K extends 'posts' ? Post : K extends 'recommendations' ? Recommendation : CountedPublication>
> {
  const wanted = [...new Set(documents)].sort((a, b) => a - b);
  const places: readonly Place[] = wanted.map((document) => placeOfDocument(kind, library.segments, document));
  const read = {
    posts: source.readPosts,
    recommendations: source.readRecommendations,
    publications: source.readPublications,
  }[kind];
  const values = await read(places);
  return new Map(wanted.map((document, index) => [document, values[index] as never]));
}

/** A thread's publication stands behind a post's own. */
function aboutOf(
  library: LibraryColumns,
  { kind, copy }: { readonly kind: Kind; readonly copy: number },
): number | null {
  if (kind === 'publications') return null;
  if (kind === 'recommendations') {
    const about = library.aboutRecommendations[copy] ?? NONE;
    return about === NONE ? null : about;
  }
  const { list, starts } = library.aboutPosts;
  const [start = 0, end = 0] = [starts[copy], starts[copy + 1]];
  return end > start ? (list[end - 1] ?? null) : null;
}

function sayDay(day: number): IsoDate | null {
  return day === NEVER ? null : writeDay(day);
}

/** Of each publication that was found, the post about it that holds most of what is wanted, the newest of several. */
function findSaying({ library, decided }: Findings, found: readonly FoundDocument[]): ReadonlyMap<number, number> {
  const { words, phrases } = decided.held;
  const weigh = createWeigh([...words, ...phrases]);
  const best = new Map(found.flatMap(({ kind, document }) => (kind === 'publications' ? [[document, 0]] : [])));
  const saying = new Map<number, number>();
  if (best.size === 0 || words.length + phrases.length === 0) return saying;
  const newestOf = (post: number) => library.posts.minutes[post] ?? NEVER;
  const held = decided.matched.said;
  const look = (post: number, publication: number) => {
    const bits = held[firstOf(library.posts, post)] ?? 0;
    const before = best.get(publication);
    if ((bits & EXCLUDED) !== 0 || before === undefined) return;
    const weight = weigh(bits);
    if (weight < before || (weight === before && newestOf(post) <= newestOf(saying.get(publication) ?? NONE))) return;
    best.set(publication, weight);
    saying.set(publication, post);
  };
  eachAbout(library, look, held);
  return saying;
}

function textsOfPublication({ publication }: CountedPublication, post: Post | null): NamedText[] {
  const { title, otherTitles, description } = publication;
  return [
    { field: 'title', text: title },
    ...otherTitles.map((text) => ({ field: 'other-title', text }) as const),
    { field: 'description', text: description },
    ...(post === null ? [] : textsOfPost(post).map(({ text }) => ({ field: 'posts', text }) as const)),
  ];
}

function textsOfPost({ text, linkCard, alternativeTexts, tags }: Post): NamedText[] {
  const card = linkCard === null ? [] : [linkCard.title, linkCard.description];
  return [
    { field: 'text', text },
    ...alternativeTexts.map((each) => ({ field: 'alternative-text', text: each }) as const),
    ...tags.map((tag) => ({ field: 'tag', text: tag }) as const),
    ...card.map((each) => ({ field: 'link-card', text: each }) as const),
  ];
}

function textsOfRecommendation({ text, section }: Recommendation): NamedText[] {
  return [{ field: 'text', text }, ...(section === null ? [] : [{ field: 'section', text: section } as const])];
}

function markIn(mark: MarkWanted, texts: readonly NamedText[], titles: readonly string[]): Found[] {
  return mark([...texts, ...titles.map((text) => ({ field: 'about', text }) as const)]);
}
