import { ofElement } from '../../page/dom.ts';
import { type Link, linkAddress } from '../../page/link-address.ts';
import { MARK } from '../../page/mark.ts';
import { isHtml } from '../../page/node-kinds.ts';

/**
 * Takes the mark off a link in a drawing that leads elsewhere by now. Who observes an attribute by its name is not told of
 * one in a namespace, as `xlink:href` is, so all that changes at the link is heard; the scanner looks anew at whatever
 * loses its mark. https://dom.spec.whatwg.org/#queueing-a-mutation-record
 */
export function watchDrawing(link: Element): void {
  if (isHtml(link) || ofElement(link, 'localName') !== 'a') return;
  unmarkWhereWrong(link);
  observer.observe(link, { attributes: true });
}

const observer = new MutationObserver((records) => {
  for (const { target } of records) unmarkWhereWrong(target as Element);
});

function unmarkWhereWrong(link: Element): void {
  const mark = globalThis.ifgGlossLinkMarks?.get(link);
  if (mark !== undefined && mark.address !== linkAddress(link as Link))
    Element.prototype.removeAttribute.call(link, MARK);
}
