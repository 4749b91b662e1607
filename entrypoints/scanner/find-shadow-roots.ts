import { isElement, type Parent } from './node-kinds.ts';
import { isLarge } from './page-size.ts';

/**
 * Elements that are custom, and plain ones that hold nothing, as most hosts do. The names are in the order of
 * how common they are, so that most elements are passed over at the first; rare ones are left out, and asked in vain.
 */
const LIKELY_HOSTS =
  ':not(a,p,li,div:not(:empty),span:not(:empty),td,tr,b,i,em,strong,br,img,svg,path,ul,h2,h3,h4,h1,h5,g,use,script,button,input,' +
  'section:not(:empty),article:not(:empty),aside:not(:empty),main:not(:empty),header,footer,nav,label,option,time,small,code,' +
  'figure,picture,source,style,link,meta,sup,th,tbody,thead,table,ol,dl,dt,dd,pre,form,select,iframe,noscript,head,body,html,hr)';
/** https://dom.spec.whatwg.org/#dom-element-attachshadow */
const PLAIN_HOSTS = 'div,span,section,article,aside,main,header,footer,nav,body,blockquote,p,h1,h2,h3,h4,h5,h6';

/**
 * The elements in a part of a page that are worth asking for a shadow root. In a large part those are only likely
 * hosts, for asking each element would be felt.
 */
export function findHosts(part: Parent): Element[] {
  const hosts = isElement(part) && (part.shadowRoot !== null || part.matches(LIKELY_HOSTS)) ? [part] : [];
  if (part.firstElementChild === null) return hosts;
  hosts.push(...part.querySelectorAll(LIKELY_HOSTS));
  if (isLarge(part)) return hosts;
  for (const element of part.querySelectorAll(PLAIN_HOSTS)) if (element.shadowRoot !== null) hosts.push(element);
  return hosts;
}
