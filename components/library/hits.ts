import type { LibraryRoute } from '../../core/library-route.ts';
import type { SearchHit } from '../../core/protocol/search.ts';

/** Names a hit among others. */
export function keyOfHit(hit: SearchHit): string {
  switch (hit.kind) {
    case 'publication':
      return hit.publication.id;
    case 'recommendation':
      return `${hit.recommendation.thread} ${hit.recommendation.post} ${hit.recommendation.number}`;
    case 'post':
      return hit.post.id;
  }
}

/** Where a hit is shown with what stands around it. */
export function routeOfHit(hit: SearchHit): LibraryRoute {
  switch (hit.kind) {
    case 'publication':
      return { view: 'publication', id: hit.publication.id };
    case 'recommendation':
      return { view: 'post', id: hit.recommendation.post };
    case 'post':
      return { view: 'post', id: hit.post.id };
  }
}
