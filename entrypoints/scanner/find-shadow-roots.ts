import { shadowRootOf } from './extension.ts';

/** Elements that are part of HTML or SVG; those that are not may be custom, and custom ones have most shadow roots. */
const BUILT_IN =
  'a,abbr,address,area,article,aside,audio,b,base,bdi,bdo,blockquote,body,br,button,canvas,caption,center,circle,cite,code,col,colgroup,' +
  'data,datalist,dd,defs,del,details,dfn,dialog,div,dl,dt,ellipse,em,embed,fieldset,figcaption,figure,font,footer,form,g,h1,h2,h3,h4,h5,h6,' +
  'head,header,hgroup,hr,html,i,iframe,img,input,ins,kbd,label,legend,li,line,link,main,map,mark,menu,meta,meter,nav,noscript,object,ol,' +
  'optgroup,option,output,p,param,path,picture,polygon,pre,progress,q,rect,rp,rt,ruby,s,samp,script,search,section,select,slot,small,' +
  'source,span,strong,style,sub,summary,sup,svg,table,tbody,td,template,text,textarea,tfoot,th,thead,time,title,tr,track,tspan,u,ul,use,var,video,wbr';
/** https://dom.spec.whatwg.org/#dom-element-attachshadow */
const PLAIN_HOSTS = 'div,span,section,article,aside,main,header,footer,nav,body,blockquote,p,h1,h2,h3,h4,h5,h6';
const LIKELY_HOSTS = `:not(${BUILT_IN}),:is(div,span,section,article,main,aside):empty`;
/** With more plain elements than this, those with content of their own are not asked for a root: it would be felt. */
const MOST_PLAIN = 2000;

export interface Hosts {
  readonly roots: readonly ShadowRoot[];
  /** Elements that may get a shadow root later: nothing tells when they do. */
  readonly waiting: readonly Element[];
}

/** The shadow roots of the elements below a root, and of the root itself; not those within them. */
export function findShadowRoots(root: ParentNode): Hosts {
  const likely: Element[] = [...root.querySelectorAll(LIKELY_HOSTS)];
  const plain = root.querySelectorAll(PLAIN_HOSTS);
  const asked = new Set(plain.length <= MOST_PLAIN ? [...likely, ...plain] : likely);
  if (root instanceof Element) asked.add(root);
  const roots: ShadowRoot[] = [];
  const waiting: Element[] = [];
  for (const element of asked) {
    const shadow = shadowRootOf(element);
    if (shadow !== null) roots.push(shadow);
    else waiting.push(element);
  }
  return { roots, waiting };
}
