import { ofDocument } from './dom.ts';

const XHTML = 'http://www.w3.org/1999/xhtml';

/** An element of HTML, also in a document that is SVG or other XML, where `createElement` makes none. */
export function createHtml<Name extends keyof HTMLElementTagNameMap>(name: Name): HTMLElementTagNameMap[Name];
export function createHtml(name: string): HTMLElement;
export function createHtml(name: string): HTMLElement {
  return Document.prototype.createElementNS.call(document, XHTML, name) as HTMLElement;
}

/** Whether elements of HTML are drawn in the page's document: not in a picture that is a document of its own. */
export function drawsHtml(): boolean {
  return ofDocument('documentElement') instanceof HTMLElement;
}
