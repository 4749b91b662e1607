import { MAX_NAME_LENGTH, type PageNames } from '../core/protocol/page-names.ts';
import { ofDocument, selectFirst } from './dom.ts';

/** What the page says itself of what it is. */
export function readPageNames(): PageNames {
  const canonical = selectFirst('link[rel="canonical" i]');
  const heading = selectFirst('h1');
  return {
    title: cut(ofDocument('title')),
    heading: cut(heading instanceof HTMLHeadingElement ? heading.textContent.trim() : ''),
    canonical: cut(canonical instanceof HTMLLinkElement ? canonical.href : ''),
  };
}

function cut(name: string): string {
  return name.slice(0, MAX_NAME_LENGTH);
}
