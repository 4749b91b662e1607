// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AskedLink, LinkMatch } from '../../../core/protocol/marks.ts';
import { createMarks, type WhenToMark } from '../../../entrypoints/scanner/marks.ts';
import { MARK } from '../../../page/mark.ts';

const SITE = 'https://www.instituteforgovernment.org.uk/publication';
const EXACT: LinkMatch = { sureness: 'exact', publication: 'p', posts: 3 };
const RELATED: LinkMatch = { sureness: 'related', publication: null, posts: 2 };
const NONE: LinkMatch = { sureness: 'none', publication: null, posts: 0 };

/** A stand-in for the background: what it says of each link, and which addresses it was asked for. */
let says: (link: AskedLink) => LinkMatch;
let asked: string[];
/** What the scanner told of changes: a publication that is new, or undefined for any other change. */
let changes: unknown[];
let life: { isOver: boolean; end: () => void };

beforeEach(() => {
  says = () => EXACT;
  asked = [];
  changes = [];
  const sendMessage = async ({ request }: { readonly request: { readonly links: readonly AskedLink[] } }) => {
    asked.push(...request.links.map(({ address }) => address));
    return request.links.map(says);
  };
  vi.stubGlobal('chrome', { runtime: { id: 'stand-in', sendMessage } });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function start() {
  const own = { isOver: false, end: () => {} };
  life = own;
  const onEnd = (end: () => void) => {
    own.end = end;
  };
  return createMarks({ isOver: () => own.isOver, onEnd }, vi.fn(), (added) => void changes.push(added));
}

function addLinks(...paths: string[]): HTMLAnchorElement[] {
  document.body.innerHTML = paths.map((path) => `<p><a href="${SITE}/${path}">report</a></p>`).join('');
  return [...document.querySelectorAll('a')];
}
function addLink(): HTMLAnchorElement {
  const [link] = addLinks('x');
  if (link === undefined) throw new Error('no link');
  return link;
}

const whenAnswered: WhenToMark = async (answered, look) => {
  look();
  await answered;
};
const markOf = (link: Element) => link.getAttribute(MARK);

test('a link that matches gets its mark, one that does not gets none', async () => {
  says = ({ address }) => (address.endsWith('/a') ? EXACT : address.endsWith('/b') ? RELATED : NONE);
  const marks = start();
  const links = addLinks('a', 'b', 'c');
  await marks.consider(links, whenAnswered);
  expect(links.map(markOf)).toEqual(['exact', 'related', null]);
  expect(marks.publications()).toEqual(['p', null]);
  expect(changes).toEqual(['p', null]);
});

test('links of one address and text are asked about once a page, and again once that is forgotten', async () => {
  const marks = start();
  const links = addLinks('a', 'a');
  await marks.consider(links, whenAnswered);
  await marks.consider(links, whenAnswered);
  expect(asked).toHaveLength(1);
  marks.forget();
  await marks.consider(links, whenAnswered);
  expect(asked).toHaveLength(2);
});

test('a mark is taken off where the settings make the background answer otherwise', async () => {
  const marks = start();
  const link = addLink();
  await marks.consider([link], whenAnswered);
  says = () => NONE;
  marks.forget();
  await marks.consider([link], whenAnswered);
  expect(markOf(link)).toBeNull();
  expect(changes).toEqual(['p', undefined]);
});

test('a background that does not answer leaves the marks that are there', async () => {
  const marks = start();
  const link = addLink();
  await marks.consider([link], whenAnswered);
  marks.forget();
  vi.stubGlobal('chrome', { runtime: { id: 'stand-in', sendMessage: async () => undefined } });
  await marks.consider([link], whenAnswered);
  expect(markOf(link)).toBe('exact');
});

test('what the page does while the background answers counts: a link that leads elsewhere by then has no mark', async () => {
  const marks = start();
  const link = addLink();
  await marks.consider([link], async (answered) => {
    await answered;
    link.href = 'https://other.example/';
  });
  expect(markOf(link)).toBeNull();
});

test('a link that is taken out of the page meanwhile gets no mark', async () => {
  const marks = start();
  const link = addLink();
  await marks.consider([link], async (answered) => {
    await answered;
    link.remove();
  });
  expect(markOf(link)).toBeNull();
});

/** What a link bears after each of so many times that the page has taken it off, so many milliseconds from each other. */
function takeOff(marks: ReturnType<typeof start>, link: HTMLAnchorElement, times: number, apart: number) {
  return Array.from({ length: times }, () => {
    link.removeAttribute(MARK);
    marks.recheck(link);
    const left = markOf(link);
    vi.advanceTimersByTime(apart);
    return left;
  });
}

test('a mark that the page takes off at once, and again, is put back three times, and tried again half a minute later', async () => {
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout'] });
  const marks = start();
  const link = addLink();
  await marks.consider([link], whenAnswered);
  expect(takeOff(marks, link, 5, 0)).toEqual(['exact', 'exact', 'exact', null, null]);
  vi.advanceTimersByTime(29_999);
  expect(markOf(link)).toBeNull();
  vi.advanceTimersByTime(1);
  expect(markOf(link)).toBe('exact');
});

test('a page that writes its links anew each second keeps its marks', async () => {
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout'] });
  const marks = start();
  const link = addLink();
  await marks.consider([link], whenAnswered);
  expect(takeOff(marks, link, 600, 1000)).toEqual(Array.from({ length: 600 }, () => 'exact'));
});

test('a mark that is to be tried again is not where it has gone meanwhile', async () => {
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout'] });
  for (const change of [
    (marks: ReturnType<typeof start>) => marks.clear(),
    (_: unknown, link: HTMLAnchorElement) => link.setAttribute('href', 'https://example.com/'),
    () => life.end(),
  ]) {
    const marks = start();
    const link = addLink();
    await marks.consider([link], whenAnswered);
    takeOff(marks, link, 4, 0);
    change(marks, link);
    marks.recheck(link);
    vi.advanceTimersByTime(60_000);
    expect(markOf(link)).toBeNull();
  }
});

test('a page whose link ticks is asked about no more for a while, and then again', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const marks = start();
  const link = addLink();
  for (let seconds = 0; seconds < 5001; seconds += 1) {
    link.textContent = `${seconds} s`;
    await marks.consider([link], whenAnswered);
  }
  expect([asked.length, markOf(link)]).toEqual([5000, 'exact']);
  const other = addLink();
  await marks.consider([other], whenAnswered);
  expect(markOf(other)).toBeNull();
  vi.advanceTimersByTime(60_000);
  await marks.consider([other], whenAnswered);
  expect(markOf(other)).toBe('exact');
});

test('a link that comes to lead elsewhere loses its mark at once, and is to be considered', async () => {
  const marks = start();
  const link = addLink();
  await marks.consider([link], whenAnswered);
  link.href = `${SITE}/y`;
  expect(marks.recheck(link)).toBe(true);
  expect(markOf(link)).toBeNull();
});

test('a link whose text is changed in place keeps its mark until its new text is answered', async () => {
  says = ({ text }) => (text === 'report' ? EXACT : NONE);
  const marks = start();
  const link = addLink();
  await marks.consider([link], whenAnswered);
  link.textContent = 'something else';
  expect(marks.recheck(link)).toBe(true);
  expect(markOf(link)).toBe('exact');
  await marks.consider([link], whenAnswered);
  expect(markOf(link)).toBeNull();
});

test('a link whose text becomes one that was answered before is considered too', async () => {
  says = ({ text }) => (text === 'report' ? EXACT : RELATED);
  const marks = start();
  const [link, other] = addLinks('x', 'x');
  if (link === undefined || other === undefined) throw new Error('no links');
  other.textContent = 'other words';
  await marks.consider([link, other], whenAnswered);
  link.textContent = 'other words';
  expect(marks.recheck(link)).toBe(true);
  await marks.consider([link], whenAnswered);
  expect(markOf(link)).toBe('related');
});

test('a mark that the page made up, or copied with a link, is taken off when its link is considered', async () => {
  const marks = start();
  const link = addLink();
  link.href = 'https://elsewhere.example/';
  link.setAttribute(MARK, 'exact');
  expect(marks.isOwn(link)).toBe(false);
  expect(marks.recheck(link)).toBe(true);
  await marks.consider([link], whenAnswered);
  expect(markOf(link)).toBeNull();
});

test('a mark keeps its number while it lives, and is listed with the text that its link has now', async () => {
  const marks = start();
  const link = addLink();
  await marks.consider([link], whenAnswered);
  const [first] = marks.list();
  link.textContent = 'new words';
  await marks.consider([link], whenAnswered);
  expect(marks.list()).toEqual([{ ...first, text: 'new words' }]);
  expect(marks.find(first?.id ?? -1)).toBe(link);
  link.remove();
  expect(marks.list()).toEqual([]);
  expect(marks.find(first?.id ?? -1)).toBeNull();
});

test('a publication counts no longer once its link has left the page', async () => {
  const marks = start();
  const link = addLink();
  await marks.consider([link], whenAnswered);
  link.remove();
  expect(marks.publications()).toEqual([]);
});

test('the end of the extension takes all marks off, and none is put on after it', async () => {
  const marks = start();
  const links = addLinks('a', 'b');
  await marks.consider(links, whenAnswered);
  life.isOver = true;
  life.end();
  expect(links.map(markOf)).toEqual([null, null]);
  await marks.consider(links, whenAnswered);
  expect(links.map(markOf)).toEqual([null, null]);
});

test('an extension that goes while its background answers puts nothing on', async () => {
  const marks = start();
  const link = addLink();
  await marks.consider([link], async (answered) => {
    await answered;
    life.isOver = true;
  });
  expect(markOf(link)).toBeNull();
});

test('many links are marked in turns of a hundred, so that the page has its own', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const marks = start();
  const links = addLinks(...Array.from({ length: 250 }, (_, place) => String(place)));
  void marks.consider(links, whenAnswered);
  const counts: number[] = [];
  for (let turn = 0; turn < 4; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    counts.push(links.filter((link) => markOf(link) !== null).length);
    vi.advanceTimersToNextTimer();
  }
  expect(counts).toEqual([100, 200, 250, 250]);
});
