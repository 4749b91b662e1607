import type { Publication } from '../../../core/model/publication.ts';

const SITE = 'https://instituteforgovernment.org.uk';

/** An address of the Institute's by its path. */
export const at = (path: string) => `${SITE}${path}`;
/** What Bluesky shows of a long one. */
export const shownAs = (path: string) => `www.instituteforgovernment.org.uk${path.slice(0, 13)}...`;

let made = 0;

/** An entry of the Institute's under a title of its own id, or with what is given. */
export function entry(given: Partial<Publication> = {}): Publication {
  made += 1;
  return {
    id: `entry-${made}`,
    kind: 'page',
    title: 'The role of procurement in delivering mission-led government',
    otherTitles: [],
    titleIsCertain: true,
    description: '',
    siteName: given.isIfg === false ? null : 'Institute for Government',
    isIfg: true,
    section: null,
    addresses: [],
    displayForms: [],
    coverageOf: null,
    ...given,
  };
}
