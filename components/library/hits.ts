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
    case 'note':
      return hit.note.id;
  }
}
