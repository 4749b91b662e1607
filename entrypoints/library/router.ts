import { addressOfRoute, type LibraryRoute, readRoute } from '../../core/library-route.ts';

/**
 * `push`: Back leads to where one was. `replace`: the address says what is shown by now. A sitting, by the name of its
 * field: what is typed there or tried is one step back, however many letters or values it passes.
 */
export type Way = 'push' | 'replace' | { readonly sitting: string };
export type Go = (route: LibraryRoute, way: Way) => void;

export interface Router {
  readonly go: Go;
  /** Keeps how many items of the list that is shown now are shown. */
  readonly keepItems: (items: number) => void;
  /** Shows what the address names. */
  start(): void;
}

/** What is shown, and how its reader came there. */
export interface Place {
  readonly route: LibraryRoute;
  /**
   * `start`: the page was opened; `link`: something else was asked for; `step`: more or less of the same, one step on;
   * `same`: no step; `back`: Back or Forward.
   */
  readonly by: 'start' | 'link' | 'step' | 'same' | 'back';
  readonly kept: Kept;
}

/** What a step of the history keeps, so that who comes back finds the place again. */
export interface Kept {
  /** Pixels from the top. */
  readonly scroll: number;
  /** How many items of its list are shown; 0 for as many as at first. */
  readonly items: number;
  /** Where the link leads that was followed from here; null for none. */
  readonly left: string | null;
  /** Names the sitting that this step came of, its field first; null for none, or one that has ended. */
  readonly sitting: string | null;
}

/** Names what a view is about: with the same name it stays as it is while its order or its text changes. */
export function viewKey(route: LibraryRoute): string {
  if (route.view === 'compare') return `${route.view} ${route.first} ${route.second}`;
  return 'id' in route ? `${route.view} ${route.id}` : route.view;
}

/** As much of the window as this needs. */
export type RouterNeeds = Pick<Window, 'addEventListener' | 'document' | 'history' | 'location' | 'scrollY'>;

/** Milliseconds that an address waits for the next letter or value: browsers take so many in a time. */
const SITTING_REST = 200;
const NOTHING_KEPT: Kept = { scroll: 0, items: 0, left: null, sitting: null };

/** Follows the page's address, and the links within the page, which are plain links. */
export function createRouter(page: RouterNeeds, show: (place: Place) => void): Router {
  const { history, location } = page;
  let route = readRoute(location.search);
  /** What the address of a sitting's step is to say. */
  let unwritten: { readonly sitting: string; readonly route: LibraryRoute } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  // Who went back meanwhile is at another step: it is written when they come forward to its own.
  const write = () => {
    clearTimeout(timer);
    if (unwritten === null || unwritten.sitting !== readKept(history.state).sitting) return;
    history.replaceState({ ...readKept(history.state), items: 0 }, '', addressOfRoute(unwritten.route));
    unwritten = null;
  };
  const keep = (what: Partial<Kept>) => history.replaceState({ ...readKept(history.state), ...what }, '');
  const leave = (to: string | null) => {
    write();
    keep({ scroll: page.scrollY, left: to, sitting: null });
  };
  const sit = (field: string) => {
    const { sitting } = readKept(history.state);
    if (sitting?.startsWith(`${field} `)) {
      unwritten = { sitting, route };
      clearTimeout(timer);
      timer = setTimeout(write, SITTING_REST);
    } else {
      leave(null);
      history.pushState({ ...NOTHING_KEPT, sitting: `${field} ${crypto.randomUUID()}` }, '', addressOfRoute(route));
    }
  };
  const go: Go = (next, way) => {
    const stays = way === 'push' ? 'step' : 'same';
    const by = viewKey(next) === viewKey(route) ? stays : 'link';
    if (way === 'push') leave(addressOfRoute(next));
    route = next;
    if (typeof way === 'object') sit(way.sitting);
    else if (way === 'push') history.pushState(NOTHING_KEPT, '', addressOfRoute(next));
    else {
      write();
      history.replaceState({ ...readKept(history.state), sitting: null }, '', addressOfRoute(next));
    }
    show({ route, by, kept: NOTHING_KEPT });
  };

  page.addEventListener('popstate', () => {
    write();
    route = readRoute(location.search);
    show({ route, by: 'back', kept: readKept(history.state) });
  });
  page.addEventListener('scrollend', () => keep({ scroll: page.scrollY }));
  page.addEventListener('pagehide', write);
  page.document.addEventListener('click', (event) => {
    const next = readFollowed(event, location);
    if (next === null) return;
    event.preventDefault();
    go(next, addressOfRoute(next) === addressOfRoute(route) ? 'replace' : 'push');
  });
  return {
    go,
    keepItems: (items) => keep({ items }),
    start() {
      history.scrollRestoration = 'manual';
      show({ route, by: 'start', kept: readKept(history.state) });
    },
  };
}

/** Where a click leads within the page; null where it is the browser's: with a modifier, to elsewhere, or to a part of this view. */
function readFollowed(event: MouseEvent, location: Location): LibraryRoute | null {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
    return null;
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
  if (link === null || link.target !== '' || link.hasAttribute('download')) return null;
  const { origin, pathname, search, hash } = new URL(link.href);
  if (origin !== location.origin || pathname !== location.pathname || hash !== '') return null;
  return readRoute(search);
}

/** History may hold what another version of the page has put there. */
function readKept(state: unknown): Kept {
  if (typeof state !== 'object' || state === null) return NOTHING_KEPT;
  const [scroll, items, left, sitting] = ['scroll', 'items', 'left', 'sitting'].map((name) => Reflect.get(state, name));
  return {
    scroll: typeof scroll === 'number' ? scroll : 0,
    items: typeof items === 'number' ? items : 0,
    left: typeof left === 'string' ? left : null,
    sitting: typeof sitting === 'string' ? sitting : null,
  };
}
