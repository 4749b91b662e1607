import type { Gloss } from '../gloss/gloss.ts';
import { type GlossContent, glossFor, moreOf } from '../gloss/gloss-for.ts';
import type { More, Wanted } from '../gloss/more.ts';
import type { PostId, PublicationId } from '../model/ids.ts';
import type { Match } from '../model/match.ts';
import type { Publication } from '../model/publication.ts';
import { onFirstUse } from '../on-first-use.ts';
import type { GlossKey } from '../protocol/extension-requests.ts';
import type { HitKey, LookUpAnswer, PublicationHit, Question } from '../protocol/look-up.ts';
import type { Found } from '../protocol/search.ts';
import { claim } from '../recognise/recognise.ts';
import type { Resolver } from '../recognise/resolve.ts';
import { relate } from '../related/related.ts';
import { listPublications } from './list-publications.ts';
import { countInLibrary, lookUpWords, MAX_SHOWN, NO_FACTS, type ReadersFacts } from './look-up-words.ts';
import { memorySource } from './memory-source.ts';
import { displayFormKey, readAsked } from './read-asked.ts';
import type { SearchSource } from './source.ts';

/** In which way a gloss was asked for by hand. */
export type LookedUp = Exclude<GlossKey, { readonly kind: 'tab' }>;

export interface LookUp {
  /** Answers any text; never throws. Where nothing is asked: the publications that most is said about. */
  answer(question: Question, facts?: ReadersFacts): Promise<LookUpAnswer>;
  /** The gloss of something that was found; null where the feeds do not hold it. */
  describe(found: HitKey): Gloss | null;
  /** More of a gloss that was asked for so; null where it is no longer about what it was. */
  describeMore(of: LookedUp, wanted: Wanted): More | null;
}

/** Looks up by hand what the feeds hold; `searched` is asked for at the first question that is no address. */
export function createLookUp(
  content: GlossContent,
  { resolve, postsAbout }: Resolver,
  searched: () => SearchSource = onFirstUse(() => memorySource(content, postsAbout)),
): LookUp {
  const present = (publication: Publication, foundIn: PublicationHit['foundIn']): PublicationHit => ({
    publication,
    posts: postsAbout(publication.id).length,
    foundIn,
  });
  const listAll = () => {
    const all = content.publications.map((publication) => present(publication, []));
    const ranked = all.sort((a, b) => Number(b.publication.isIfg) - Number(a.publication.isIfg) || b.posts - a.posts);
    return listPublications(ranked.slice(0, MAX_SHOWN), { total: ranked.length, inLibrary: null });
  };
  const findShown = (key: string, inLibrary: number) => {
    const fitting = content.publications.flatMap((publication) => {
      const foundIn = foundAsShown(publication, key);
      return foundIn.length === 0 ? [] : [present(publication, foundIn)];
    });
    return listPublications(fitting.slice(0, MAX_SHOWN), { total: fitting.length, inLibrary });
  };
  return {
    async answer({ asked, linkText }, facts = NO_FACTS) {
      const read = readAsked(asked);
      switch (read.kind) {
        case 'nothing':
          return { kind: 'words', ...listAll() };
        case 'display-form': {
          const inLibrary = await countInLibrary(searched(), asked, facts);
          return { kind: 'words', ...findShown(read.form, inLibrary) };
        }
        case 'words':
          return { kind: 'words', ...(await lookUpWords(searched(), read.text, facts)) };
        case 'address': {
          const { address, ...match } = resolve({ url: read.address, text: linkText });
          return { kind: 'address', address: address ?? read.address, gloss: glossFor(content, match) };
        }
      }
    },
    describe(found) {
      const match = matchHit(content, found);
      return match === null ? null : glossFor(content, match);
    },
    describeMore(of, wanted) {
      const match = of.kind === 'found' ? matchHit(content, of.found) : matchQuestion(of.question, resolve);
      return match === null ? null : moreOf(content, match, wanted);
    },
  };
}

/** The shortened addresses with a key by which posts show a publication. */
export function foundAsShown({ displayForms }: Publication, key: string): Found[] {
  return displayForms
    .filter((form) => displayFormKey(form) === key)
    .map((text) => ({ field: 'shown-address', text, ranges: [[0, text.length]] }));
}

function matchQuestion({ asked, linkText }: Question, resolve: Resolver['resolve']): Match | null {
  const read = readAsked(asked);
  return read.kind === 'address' ? resolve({ url: read.address, text: linkText }) : null;
}

function matchHit({ feeds, publications }: GlossContent, { kind, id }: HitKey): Match | null {
  return kind === 'publication' ? matchPublication(publications, id) : matchPost({ feeds, publications }, id);
}

function matchPublication(publications: GlossContent['publications'], id: PublicationId): Match | null {
  const isHeld = publications.some(({ members }) => members.includes(id));
  return isHeld ? claim('exact', id, [{ kind: 'chosen' }]) : null;
}

/** What a post is about has all that is said of it; a post about nothing has its thread. */
function matchPost({ feeds, publications }: GlossContent, id: PostId): Match | null {
  const post = feeds.flatMap(({ posts }) => posts).find((each) => each.id === id);
  if (post === undefined) return null;
  const thread = feeds.flatMap(({ threads }) => threads).find((each) => each.id === post.thread);
  const about = thread?.publication ?? post.publications[0] ?? null;
  return about === null ? relate(thread?.posts ?? [id], [{ kind: 'chosen' }]) : matchPublication(publications, about);
}
