import { shadowRootOf } from './extension.ts';
import { isElement } from './node-kinds.ts';
import { isLarge } from './page-size.ts';

/**
 * Elements that are custom, and plain ones that hold nothing, as most hosts do. The names of HTML and SVG are in the
 * order of how common they are, so that most elements are passed over at the first.
 */
const LIKELY_HOSTS =
  ':not(a,p,li,div:not(:empty),span:not(:empty),td,tr,b,i,em,strong,br,img,svg,path,ul,h2,h3,h4,h1,h5,h6,g,use,script,button,input,' +
  'section:not(:empty),article:not(:empty),aside:not(:empty),main:not(:empty),header,footer,nav,label,option,time,small,code,' +
  'figure,figcaption,picture,source,style,link,meta,sup,sub,th,tbody,thead,table,ol,dl,dt,dd,pre,blockquote,form,select,' +
  'textarea,iframe,video,audio,canvas,noscript,template,head,body,html,title,hr,abbr,cite,del,ins,mark,q,s,u,wbr,details,summary,' +
  'fieldset,legend,optgroup,output,progress,meter,dialog,address,area,map,object,embed,param,track,col,colgroup,caption,tfoot,' +
  'bdi,bdo,data,datalist,dfn,kbd,samp,var,rp,rt,ruby,menu,search,hgroup,slot,base,center,font,circle,ellipse,line,polygon,' +
  'polyline,rect,text,tspan,defs,symbol,clipPath,mask,linearGradient,radialGradient,stop,title,desc)';
/** More are not asked again. */
const MOST_WAITING = 2000;
/** https://dom.spec.whatwg.org/#dom-element-attachshadow */
const PLAIN_HOSTS = 'div,span,section,article,aside,main,header,footer,nav,body,blockquote,p,h1,h2,h3,h4,h5,h6';

export interface Hosts {
  readonly roots: ReadonlySet<ShadowRoot>;
  /** Elements that may get a shadow root later: nothing tells when they do. */
  readonly waiting: readonly Element[];
}

/**
 * The shadow roots of the elements below a root, and of the root itself; not those within them. In a large page only
 * likely hosts are asked, for asking each element would be felt; closed roots are looked for in those only anywhere.
 */
export function findShadowRoots(root: Element | Document | DocumentFragment): Hosts {
  const likely = new Set<Element>(root.querySelectorAll(LIKELY_HOSTS));
  if (isElement(root)) likely.add(root);
  const plain = isLarge(root) ? [] : root.querySelectorAll(PLAIN_HOSTS);
  const roots = new Set<ShadowRoot>();
  const waiting: Element[] = [];
  for (const { shadowRoot } of plain) if (shadowRoot !== null) roots.add(shadowRoot);
  for (const element of likely) {
    const shadow = shadowRootOf(element);
    if (shadow !== null) roots.add(shadow);
    else if (waiting.length < MOST_WAITING) waiting.push(element);
  }
  return { roots, waiting };
}
