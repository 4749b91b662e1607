import { matches, ofElement, ofNode, selectAll } from '../../page/dom.ts';
import { isElement, type Parent } from '../../page/node-kinds.ts';
import { isLarge } from './page-size.ts';

/**
 * Elements that are custom, and plain ones that hold nothing, as most hosts do. The names are in the order of
 * how common they are, so that most elements are passed over at the first; rare ones are left out, and asked in vain.
 */
const LIKELY_HOSTS =
  ':not(a,p:not(:empty),:is(div,span,h1,h2,h3,h4,h5,section,article,aside,main):not(:empty),li,td,tr,b,i,em,strong,br,img,svg,path,ul,g,' +
  'use,script,button,input,header,footer,nav,label,option,time,small,code,figure,picture,source,style,link,meta,sup,th,' +
  'tbody,thead,table,ol,dl,dt,dd,pre,form,select,iframe,head,body,html)';
/** https://dom.spec.whatwg.org/#dom-element-attachshadow */
const PLAIN_HOSTS = 'div,span,section,article,aside,main,header,footer,nav,body';

/**
 * The elements in a part of a page that are worth asking for a shadow root. In a large part those are only likely
 * hosts, for asking each element would be felt.
 */
export function findHosts(part: Parent): Element[] {
  const first = isElement(part) && (hasOpenRoot(part) || matches(part, LIKELY_HOSTS)) ? [part] : [];
  if (ofNode(part, 'firstChild') === null) return first;
  const likely = selectAll(part, LIKELY_HOSTS);
  const plain = isLarge(part) ? [] : [...selectAll(part, PLAIN_HOSTS)].filter(hasOpenRoot);
  return [...first, ...likely, ...plain];
}

function hasOpenRoot(element: Element): boolean {
  return ofElement(element, 'shadowRoot') !== null;
}
