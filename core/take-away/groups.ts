import type { NamedPublication, Subject } from '../model/own.ts';
import { createItemIndex } from '../own/item-index.ts';
import { keysOfPublication } from '../own/keys.ts';
import type { FollowUpItem, Item, NoteItem, PostItem, PublicationItem, RecommendationItem } from './items.ts';

/** What is taken away about one publication, or about none. */
export interface Group {
  /** Null for what is about no publication. */
  readonly of: { readonly id: string; readonly title: string } | null;
  readonly publications: PublicationItem[];
  readonly posts: PostItem[];
  readonly recommendations: RecommendationItem[];
  readonly notes: NoteItem[];
  readonly followUps: FollowUpItem[];
}

type Named = Pick<NamedPublication, 'id' | 'title'> & Partial<NamedPublication>;

/** Items by what they are about, in the order in which that comes first; what is about nothing known comes last. */
export function groupByPublication(items: readonly Item[]): readonly Group[] {
  const groups: Group[] = [];
  const known = createItemIndex<Group>();
  const rest = groupOf(null);
  const find = (named: Named | null): Group => {
    if (named === null) return rest;
    const keys = keysOfPublication({ addresses: [], ...named });
    const before = known.find(keys);
    const group = before ?? groupOf({ id: named.id, title: named.title });
    if (before === null) groups.push(group);
    known.put(group, keys);
    return group;
  };
  for (const item of items) put(item, find(publicationOf(item)));
  // In the order of their list, also where they were found in another.
  for (const { recommendations } of [...groups, rest])
    recommendations.sort((one, other) => one.recommendation.number - other.recommendation.number);
  return isEmpty(rest) ? groups : [...groups, rest];
}

function groupOf(of: Group['of']): Group {
  return { of, publications: [], posts: [], recommendations: [], notes: [], followUps: [] };
}

function isEmpty({ posts, recommendations, notes, followUps }: Group): boolean {
  return [posts, recommendations, notes, followUps].every((list) => list.length === 0);
}

function publicationOf(item: Item): Named | null {
  switch (item.kind) {
    case 'publication':
      return item.publication;
    case 'post':
    case 'recommendation':
      return item.about;
    case 'note':
      return publicationOfSubject(item.note.subject);
    case 'follow-up':
      return publicationOfSubject(item.followUp.subject);
  }
}

function publicationOfSubject(subject: Subject): NamedPublication | null {
  return subject.kind === 'post' ? subject.about : subject.publication;
}

function put(item: Item, group: Group): void {
  switch (item.kind) {
    case 'publication':
      group.publications.push(item);
      break;
    case 'post':
      group.posts.push(item);
      break;
    case 'recommendation':
      group.recommendations.push(item);
      break;
    case 'note':
      group.notes.push(item);
      break;
    case 'follow-up':
      group.followUps.push(item);
      break;
  }
}
