/** Text and address as a page gives them, so nothing to rely on beyond the page's own site. */
export interface PageNames {
  readonly title: string;
  /** Its first main heading; empty where it has none. */
  readonly heading: string;
  /** The address that it calls its own; empty where it names none. */
  readonly canonical: string;
}

/** What a page says itself of what it is. It is sent into the page, so it uses nothing from outside. */
export function readPageNames(): PageNames {
  return {
    title: document.title,
    heading: document.querySelector('h1')?.textContent.trim() ?? '',
    canonical: document.querySelector<HTMLLinkElement>('link[rel="canonical" i]')?.href ?? '',
  };
}
