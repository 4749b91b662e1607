import { describe, expect, test } from 'vitest';
import { groupMarks } from '../../../core/gloss/marked-publications.ts';
import type { FrameMarks, MarkedLink } from '../../../core/protocol/marks.ts';
import { processorTime } from '../../processor-time.ts';

const REPORT = 'https://www.instituteforgovernment.org.uk/publication/report';
const TITLES: Readonly<Record<string, string>> = { 'ifg:report': 'The report', 'ifg:other': 'The other' };
const titleOf = (id: string) => TITLES[id] ?? null;

let lastId = 0;
function link(part: Partial<MarkedLink> = {}): MarkedLink {
  lastId += 1;
  return {
    id: lastId,
    text: 'a report',
    address: REPORT,
    sureness: 'exact',
    publication: 'ifg:report',
    posts: 1,
    ...part,
  };
}
function group(...marks: readonly MarkedLink[]) {
  return groupMarks([{ frameId: 0, marks }], titleOf);
}

describe('publications', () => {
  test('are listed once, however their links are written', () => {
    const [report, ...more] = group(
      link({ text: 'here' }),
      link({ address: `${REPORT}?utm_source=news` }),
      link({ address: `https://eur03.safelinks.protection.outlook.com/?url=${encodeURIComponent(REPORT)}` }),
    );
    expect(more).toEqual([]);
    expect(report).toMatchObject({ key: 'ifg:report', publication: 'ifg:report', title: 'The report' });
    expect(report?.links).toHaveLength(3);
  });

  test('are as sure as their surest link', () => {
    const listed = group(link({ sureness: 'likely' }), link({ sureness: 'exact' }));
    expect(listed.map(({ sureness }) => sureness)).toEqual(['exact']);
    expect(listed[0]?.links.map(({ sureness }) => sureness)).toEqual(['likely', 'exact']);
  });

  test('come the surest first, and otherwise as the page has them', () => {
    const related = link({ sureness: 'related', publication: null, address: 'https://a.example/' });
    const likely = link({ sureness: 'likely', publication: 'ifg:other' });
    const listed = group(related, likely, link(), link({ publication: 'ifg:third' }));
    expect(listed.map(({ key }) => key)).toEqual(['ifg:report', 'ifg:third', 'ifg:other', 'https://a.example']);
  });

  test('whose title is not known are called by the longest text that leads there, or else by their key', () => {
    const unknown = { publication: 'ifg:unknown' };
    expect(group(link({ ...unknown, text: 'PDF' }), link({ ...unknown, text: 'The\n  whole report' }))[0]?.title).toBe(
      'The whole report',
    );
    expect(group(link({ ...unknown, text: '' }))[0]?.title).toBe('ifg:unknown');
  });
});

describe('pages that posts are only related to', () => {
  const related = { sureness: 'related', publication: null } as const;

  test('are one a canonical address', () => {
    const listed = group(
      link({ ...related, address: `${REPORT}-a?utm_source=x` }),
      link({ ...related, address: `${REPORT}-a#part` }),
      link({ ...related, address: `${REPORT}-b` }),
    );
    expect(listed.map(({ links }) => links.length)).toEqual([2, 1]);
    expect(listed.map(({ publication }) => publication)).toEqual([null, null]);
  });

  test('stay apart where their address is none that can be read', () => {
    expect(group(link({ ...related, address: 'x:1' }), link({ ...related, address: 'x:2' }))).toHaveLength(2);
  });
});

describe('links', () => {
  test('of one text and address are one entry with each of its places, also in other frames', () => {
    const same = { text: ' a  report\n' };
    const frames: FrameMarks[] = [
      { frameId: 0, marks: [link({ ...same, id: 1 }), link({ text: 'other', id: 2 }), link({ id: 3 })] },
      { frameId: 7, marks: [link({ id: 1 })] },
    ];
    expect(groupMarks(frames, titleOf)[0]?.links).toEqual([
      {
        text: 'a report',
        address: REPORT,
        sureness: 'exact',
        places: [
          { frameId: 0, id: 1 },
          { frameId: 0, id: 3 },
          { frameId: 7, id: 1 },
        ],
      },
      { text: 'other', address: REPORT, sureness: 'exact', places: [{ frameId: 0, id: 2 }] },
    ]);
  });

  test('of another address stay apart', () => {
    expect(group(link(), link({ address: `${REPORT}#two` }))[0]?.links).toHaveLength(2);
  });

  test.each([
    ['that are equal', () => link()],
    ['of a text each', (place: number) => link({ text: `link ${place}` })],
    ['of an address each', (place: number) => link({ address: `${REPORT}?page=${place}`, publication: null })],
  ])('ten thousand of them %s are grouped quickly, and none is lost', async (_, make) => {
    const marks = Array.from({ length: 10_000 }, (_, place) => make(place));
    expect(await processorTime(() => group(...marks), 1000)).toBeLessThan(1000);
    const listed = group(...marks);
    expect(listed.flatMap(({ links }) => links.flatMap(({ places }) => places))).toHaveLength(10_000);
  });
});

test('nothing marked is nothing listed', () => {
  expect(groupMarks([{ frameId: 0, marks: [] }], titleOf)).toEqual([]);
});
