import { describe, expect, it } from 'vitest';
import { addressOfRoute, type LibraryRoute, readRoute, recommendationsRoute } from '../../core/library-route.ts';

const ROUTES: readonly [LibraryRoute, string][] = [
  [{ view: 'search', text: '', order: 'day' }, '/library.html'],
  [{ view: 'search', text: 'net zero', order: 'relevance' }, '/library.html?q=net+zero'],
  [{ view: 'search', text: '"a & b"', order: 'day' }, '/library.html?q=%22a+%26+b%22&by=day'],
  [{ view: 'publications', order: 'said', kind: null }, '/library.html?view=publications'],
  [{ view: 'publications', order: 'title', kind: 'report' }, '/library.html?view=publications&by=title&kind=report'],
  [{ view: 'publication', id: 'a/b?c' }, '/library.html?view=publication&id=a%2Fb%3Fc'],
  [{ view: 'compare', first: 'a', second: null }, '/library.html?view=compare&id=a'],
  [{ view: 'compare', first: 'a', second: 'b' }, '/library.html?view=compare&id=a&with=b'],
  [{ view: 'threads' }, '/library.html?view=threads'],
  [{ view: 'thread', id: 't' }, '/library.html?view=thread&id=t'],
  [{ view: 'post', id: 'at://did:plc:x/app.bsky.feed.post/3k' }, ''],
  [{ view: 'notes' }, '/library.html?view=notes'],
  [recommendationsRoute(), '/library.html?view=recommendations'],
  [recommendationsRoute({ publication: 'p' }, 'briefing'), '/library.html?view=recommendations&of=p&as=briefing'],
  [
    {
      ...recommendationsRoute({ onlyDue: true, onlyWithEvidence: true, by: 'check-on', isDown: true }),
      since: '2026-06-01',
    },
    '/library.html?view=recommendations&due=yes&evidence=yes&by=check-on&down=yes&since=2026-06-01',
  ],
  [
    recommendationsRoute({ response: 'accepted-in-part', progress: 'under-way' }),
    '/library.html?view=recommendations&response=accepted-in-part&progress=under-way',
  ],
  [{ view: 'accounts' }, '/library.html?view=accounts'],
  [{ view: 'accounts', add: 'ada.example' }, '/library.html?view=accounts&add=ada.example'],
  [{ view: 'kept' }, '/library.html?view=kept'],
  [{ view: 'backup' }, '/library.html?view=backup'],
];

describe('routes of the library page', () => {
  for (const [route, address] of ROUTES) {
    it(`${route.view}: comes back from its address ${address}`, () => {
      const written = addressOfRoute(route);
      if (address !== '') expect(written).toBe(address);
      expect(readRoute(new URL(written, 'https://example.org').search)).toEqual(route);
    });
  }

  for (const query of ['?view=nothing&id=x', '?view=publication', '?by=nothing', '?view=compare', '?'])
    it(`shows everything for ${query}`, () =>
      expect(readRoute(query)).toEqual({ view: 'search', text: '', order: 'day' }));

  it('drops an answer, a column and a day that there are not', () =>
    expect(readRoute('?view=recommendations&response=maybe&progress=soon&by=size&since=June&due=1')).toEqual(
      recommendationsRoute(),
    ));

  it('drops a kind and an order that it does not know', () =>
    expect(readRoute('?view=publications&by=size&kind=book')).toEqual({
      view: 'publications',
      order: 'said',
      kind: null,
    }));
});
