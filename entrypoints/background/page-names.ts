/** Text and address as a page gives them, so nothing to rely on beyond the page's own site. */
export interface PageNames {
  readonly title: string;
  /** Its first main heading; empty where it has none. */
  readonly heading: string;
  /** The address that it calls its own; empty where it names none. */
  readonly canonical: string;
}

/**
 * What a page says itself of what it is. It is sent into the page, so it uses nothing from outside; an image or a form of
 * the page may bear the name of whatever its document has, but for what a prototype is asked.
 */
export function readPageNames(): PageNames {
  /** UTF-16 units. */
  const most = 2048;
  const find = (selector: string) => Document.prototype.querySelector.call(document, selector);
  const title = Reflect.get(Document.prototype, 'title', document);
  const canonical = find('link[rel="canonical" i]');
  return {
    title: title.slice(0, most),
    heading: find('h1')?.textContent.trim().slice(0, most) ?? '',
    canonical: canonical instanceof HTMLLinkElement ? canonical.href.slice(0, most) : '',
  };
}
