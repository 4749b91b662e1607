import { type ComponentChildren, createContext } from 'preact';
import type { Post } from '../core/model/post.ts';
import type { Publication } from '../core/model/publication.ts';
import type { Recommendation } from '../core/model/recommendation.ts';

/** What a publication is known by where something is written about it. */
export type About = Pick<Publication, 'id' | 'title' | 'addresses'>;

/** A post, a recommendation or a publication, with what the first two are about; null where that is not known. */
export type Item =
  | { readonly post: Post; readonly publication: About | null }
  | { readonly recommendation: Recommendation; readonly publication: About | null }
  | {
      readonly publication: About;
      /** How many there are; only where all of them are told of in one line. */
      readonly recommendations?: number;
    };

/** What stands beside an item; nothing where no page puts it there. */
export const Beside = createContext<(item: Item) => ComponentChildren>(() => null);
