import { createHtml, type OwnElement } from '../../page/dom.ts';
import { putWithinReach } from '../../page/flat-tree.ts';
import { createOwnHost } from '../../page/own-hosts.ts';
import { styleRoot } from '../../page/style-root.ts';
import liveRegionCss from './live-region.css?inline';

/** Tells those who do not see a mark about it. */
export interface LiveRegion {
  /** Says something about an element, where a screen reader that is at that element hears it. */
  announce(text: string, about: Element): void;
  clear(): void;
}

/** Milliseconds after which a screen reader has noticed a region and hears what changes in it. */
const NOTICED_AFTER_MS = 150;

/** A live region of our own, in the page only while there is something to say (decision 7). */
export function createLiveRegion(): LiveRegion {
  let region: Region | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const clear = () => {
    clearTimeout(timer);
    if (region === null) return;
    region.text.textContent = '';
    region.host.remove();
  };
  return {
    announce(text, about) {
      clear();
      region ??= createRegion();
      const { host, text: place } = region;
      putWithinReach(host, about);
      timer = setTimeout(() => {
        place.textContent = text;
      }, NOTICED_AFTER_MS);
    },
    clear,
  };
}

interface Region {
  readonly host: OwnElement;
  readonly text: OwnElement;
}

function createRegion(): Region {
  const { host, root } = createOwnHost('voice');
  styleRoot(root, liveRegionCss);
  const text = createHtml('p');
  text.setAttribute('role', 'status');
  root.append(text);
  return { host, text };
}
