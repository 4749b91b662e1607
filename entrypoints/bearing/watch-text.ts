import { afterRest } from '../../page/after-rest.ts';
import type { OwnLifetime } from '../../page/lifetime.ts';

/** Milliseconds for which a page has to rest before it is looked at, and for which that is put off at most. */
const REST = 300;
const MOST = 2000;

/** Calls back when the page has changed: what is marked may say something else by now. */
export function watchText(onChange: () => void, lifetime: OwnLifetime): void {
  const lookSoon = afterRest(() => lifetime.isOver() || onChange(), REST, MOST);
  const observer = new MutationObserver(lookSoon);
  observer.observe(document, { subtree: true, childList: true, characterData: true });
  lifetime.onEnd(() => observer.disconnect());
}
