import type { LibraryRoute } from '../../core/library-route.ts';
import type { NamedPublication, Subject } from '../../core/model/own.ts';

/** Where the library shows it. */
export function routeOfSubject(subject: Subject): LibraryRoute {
  return subject.kind === 'publication'
    ? { view: 'publication', id: subject.publication.id }
    : { view: 'post', id: subject.post };
}

/** What it is about; null where that was not known. */
export function publicationOf(subject: Subject): NamedPublication | null {
  return subject.kind === 'post' ? subject.about : subject.publication;
}
