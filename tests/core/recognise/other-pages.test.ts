import { describe, expect, test } from 'vitest';
import type { Feed } from '../../../core/model/feed.ts';
import { createResolver, type Query } from '../../../core/recognise/resolve.ts';
import { makeFeed } from '../../bench/gold.ts';

const SITE = 'https://www.instituteforgovernment.org.uk';
/** As Bluesky shows an address that is longer than it has room for. */
const SHOWN = 'www.instituteforgovernment.org.uk/publication/...';

/** A feed that has cards with these titles, each with its address or only with as much of it as is shown. */
function feedOf(...pages: readonly (readonly [title: string, path: string | null])[]): Feed {
  return makeFeed(
    pages.map(([title, path]) => ({
      title,
      url: `${SITE}${path ?? '/publication/x'}`,
      shown: path === null ? SHOWN : `${SITE}${path}`,
    })),
  );
}
const surenessOf = (feed: Feed, { url, ...more }: Query) =>
  createResolver([feed]).resolve({ url: `${SITE}${url}`, ...more }).sureness;
const isClaimed = (feed: Feed, query: Query) => ['exact', 'likely'].includes(surenessOf(feed, query));

describe('a page that calls itself something else is another', () => {
  const procurement = 'The role of procurement in delivering mission-led government';
  test.each<[string, string, string]>([
    [procurement, '/publication/delivering-mission-led-government', 'Delivering mission-led government'],
    [
      'Who should pay for adult social care?',
      '/publication/pay-adult-social-care',
      'How should the government pay for adult social care?',
    ],
    ['Making devolution deliver', '/publication/making-devolution-deliver', 'Making devolution deliver later'],
    [
      'Civil service reform: interim report',
      '/publication/civil-service-reform-interim-report',
      'Civil service reform: final report',
    ],
  ])('“%s” is not at %s', (title, url, own) => {
    const page = { title: `${own} | Institute for Government`, heading: own };
    expect(isClaimed(feedOf([title, null]), { url, ...page })).toBe(false);
  });
  test.each<[string, string]>([
    ['the same with the site’s name', `${procurement} | Institute for Government`],
    ['with a part behind a colon', `${procurement}: How to buy for missions`],
    ['in other case', procurement.toUpperCase()],
    ['a part of that before a colon', 'Delivering for missions'],
  ])('but not where it is %s', (_, own) => {
    const title = own === 'Delivering for missions' ? `${own}: ${procurement}` : procurement;
    const url = '/publication/role-procurement-delivering-mission-led-government';
    expect(
      isClaimed(feedOf([title, null]), {
        url:
          title === procurement
            ? url
            : '/publication/delivering-missions-role-procurement-delivering-mission-led-government',
        title: own,
      }),
    ).toBe(true);
  });
});

test('a file that its viewer calls by its name, or that was written as something else, is claimed by that name', () => {
  const feed = feedOf(['The role of procurement in delivering mission-led government', null]);
  const url = '/sites/default/files/2025-09/role-procurement-delivering-mission-led-government.pdf';
  for (const title of [
    '',
    'role-procurement-delivering-mission-led-government.pdf',
    'Role of procurement in delivering mission-led government WEB',
  ])
    expect(isClaimed(feed, { url, title })).toBe(true);
  expect(isClaimed(feed, { url, title: 'Adult social care in five charts' })).toBe(false);
});

describe('a report of which nothing shows where it stands', () => {
  const title = 'Performance Tracker 2025: Schools';
  const name = 'performance-tracker-2025-schools';
  /** Its card shows no address, as where a page was saved without. */
  const feed = feedOf([title, null]);
  const bare: Feed = {
    ...feed,
    publications: feed.publications.map((each) => ({ ...each, kind: 'report', section: null, displayForms: [] })),
  };
  const chapter: Feed = { ...bare, publications: bare.publications.map((each) => ({ ...each, kind: 'chapter' })) };
  test.each([
    'charts',
    'data-visualisation',
    'inside-briefing',
    'newsletter',
    'webinar',
    'past-event',
    'project',
    'summary',
    'video',
    'article/podcast',
    'event',
  ])('stands in no section that is not known to hold reports: %s', (section) => {
    for (const known of [bare, chapter])
      for (const hints of [{}, { text: title }, { title }])
        expect(isClaimed(known, { url: `/${section}/${name}`, ...hints })).toBe(false);
  });
  test.each([
    `publication/${name}`,
    `publications/${name}`,
    `publication/report/${name}`,
    `report/${name}`,
    `sites/default/files/2025-10/${name}.pdf`,
  ])('but may stand in one that is: %s', (path) => {
    for (const known of [bare, chapter]) expect(isClaimed(known, { url: `/${path}` })).toBe(true);
  });
  test('or where the address tells no section', () => {
    const role = 'The role of procurement in delivering mission-led government';
    const [made] = feedOf([role, null]).publications;
    const report = { ...bare, publications: made === undefined ? [] : [{ ...made, displayForms: [] }] };
    expect(isClaimed(report, { url: '/node/12345', text: role })).toBe(true);
    expect(isClaimed(report, { url: '/charts/12345', text: role })).toBe(false);
  });
});

describe('a link’s text is no more than what the address says of a title', () => {
  test.each<[string, string | null, string]>([
    [
      'Performance Tracker 2025',
      '/publication/performance-tracker-2025',
      '/publication/performance-tracker-2025/prisons',
    ],
    ['Performance Tracker 2025', null, '/publication/performance-tracker-2025/local-services/homelessness'],
    ['Fixing the centre of government', null, '/publication/fixing-centre-government/methodology'],
    ['Fixing the centre of government', null, '/publication/fixing-centre-government-methodology'],
    ['Fixing the centre of government', null, '/publication/fixing-centre-government-part-2'],
    ['Fixing the centre of government', null, '/publication/fixing-centre-government-scotland'],
    ['Fixing the centre of government', null, '/publication/launch-fixing-centre-government'],
    ['Whitehall Monitor', null, '/publication/whitehall-monitor-2024'],
  ])('“%s” (%s) is not %s', (title, path, url) => {
    expect(isClaimed(feedOf([title, path]), { url, text: title })).toBe(false);
  });
  test('so that a chapter is claimed, and not its report', () => {
    const chapter = 'Performance Tracker 2025: Homelessness';
    const feed = feedOf(['Performance Tracker 2025', '/publication/performance-tracker-2025'], [chapter, null]);
    const url = `${SITE}/publication/performance-tracker-2025/local-services/homelessness`;
    const { publication } = createResolver([feed]).resolve({ url, text: 'Performance Tracker 2025' });
    expect(feed.publications.find(({ id }) => id === publication)?.title).toBe(chapter);
  });
  test('nor a page below a report’s, that has its name above its own', () => {
    const feed = feedOf(['Performance Tracker 2025', null]);
    const url = '/publication/performance-tracker-2025/prisons';
    const title = 'Performance Tracker 2025: Prisons';
    expect(isClaimed(feed, { url, title, heading: 'Performance Tracker 2025' })).toBe(false);
  });
  test.each<[string, string]>([
    ['Fixing the centre of government', '/publication/fixing-centre-government'],
    ['Fixing the centre of government', '/publication/fixing-centre-government-0'],
    ['Fixing the centre of government', '/publication/centre-government-reform'],
    ['Fixing the centre of government', '/publication/report/fixing-centre-government'],
    ['Fixing the centre of government', '/sites/default/files/IFGJ1234-fixing-centre-government-report.pdf'],
    ['Performance Tracker 2025: Schools', '/publication/performance-tracker-2025/schools'],
    ['Part 1: The new government', '/publication/whitehall-monitor-2025/part-1-new-government'],
  ])('but “%s” is %s', (title, url) => {
    expect(isClaimed(feedOf([title, null]), { url, text: title })).toBe(true);
  });
  test('and a page that bears a title itself may have a longer address', () => {
    const title = 'Power with purpose';
    expect(isClaimed(feedOf([title, null]), { url: '/publication/power-with-purpose-commission', title })).toBe(true);
  });
});

describe('what tells pages of one name apart', () => {
  test.each<[string, Feed, Query]>([
    [
      'the year of a known address',
      feedOf(['Criminal courts', '/publication/performance-tracker-2019/criminal-courts']),
      {
        url: '/publication/performance-tracker-2023/criminal-courts',
        text: 'Criminal courts',
        title: 'Criminal courts',
      },
    ],
    [
      'the year of a known address, by address alone',
      feedOf(['Part 1: The new government', '/publication/whitehall-monitor-2025/part-1-new-government']),
      { url: '/publication/whitehall-monitor-2023/part-1-new-government' },
    ],
    [
      'an event',
      feedOf(['Performance Tracker 2025: Schools', null]),
      { url: '/event/performance-tracker-2025-schools' },
    ],
    [
      'a podcast, by its title',
      feedOf(['Performance Tracker 2025: Schools', null]),
      { url: '/podcast/performance-tracker-2025-schools', text: 'Performance Tracker 2025: Schools' },
    ],
    [
      'another part of a series',
      feedOf(['Performance Tracker 2025: Schools', null]),
      { url: '/publication/performance-tracker-2025/nhs', text: 'Performance Tracker 2025: Schools' },
    ],
    [
      'another series of the year',
      feedOf(['Performance Tracker 2025: Schools', null]),
      { url: '/publication/whitehall-monitor-2025', text: 'Performance Tracker 2025: Schools' },
    ],
    [
      'a negation',
      feedOf(['Should the UK rejoin the EU single market?', null]),
      { url: '/publication/why-uk-should-not-rejoin-eu-single-market' },
    ],
    [
      'the other way round',
      feedOf(['After the election: preparing for government', null]),
      { url: '/publication/preparing-government-before-election' },
    ],
    [
      'a missing negation',
      feedOf(['Why government should not pay for adult social care', null]),
      { url: '/publication/government-pay-adult-social-care' },
    ],
    [
      'a number',
      feedOf(['Making devolution deliver: Paper 2', null]),
      { url: '/publication/making-devolution-deliver' },
    ],
    [
      'a number in words',
      feedOf(['Ten years of austerity: part one', null]),
      { url: '/publication/ten-years-austerity' },
    ],
    [
      'a chapter of another report that is named by one word',
      feedOf(['Schools: what the spending review means', null]),
      { url: '/publication/report/lifting-lockdown-2021-next-phase-coronavirus-strategy-england/schools' },
    ],
  ])('%s', (_, feed, query) => expect(isClaimed(feed, query)).toBe(false));

  test.each([
    'Summary',
    'Executive summary',
    'Methodology',
    'Key findings',
    'Policy recommendations',
    'Case studies',
    'About the authors',
  ])('“%s” names no report', (title) => {
    const name = title.toLowerCase().replaceAll(' ', '-');
    const feed = feedOf([title, null]);
    expect(isClaimed(feed, { url: `/publication/treasury-orthodoxy/${name}` })).toBe(false);
    expect(isClaimed(feed, { url: '/publication/treasury-orthodoxy', text: title })).toBe(false);
    const known = feedOf([title, `/publication/government-procurement/${name}`]);
    expect(surenessOf(known, { url: `/publication/government-procurement/${name}` })).toBe('exact');
    expect(isClaimed(known, { url: `/publication/treasury-orthodoxy/${name}`, text: title })).toBe(false);
  });

  test.each<[string, Feed, Query]>([
    [
      'a part of a series',
      feedOf(['Performance Tracker 2025: Schools', null]),
      { url: '/publication/performance-tracker-2025/schools' },
    ],
    [
      'a numbered paper with its number',
      feedOf(['Making devolution deliver: Paper 2', null]),
      { url: '/publication/making-devolution-deliver-paper-2' },
    ],
    [
      'a negated title at its own address',
      feedOf(['Why the UK should not rejoin the EU single market', null]),
      { url: '/publication/why-uk-should-not-rejoin-eu-single-market' },
    ],
    [
      'the same edition in another section',
      feedOf(['Criminal courts in crisis', '/publication/performance-tracker-2019/criminal-courts-crisis']),
      { url: '/publication/report/performance-tracker-2019/criminal-courts-crisis' },
    ],
  ])('but %s is claimed', (_, feed, query) => expect(isClaimed(feed, query)).toBe(true));
});

describe('a link’s text that cites a title', () => {
  const title = 'The role of procurement in delivering mission-led government';
  const feed = feedOf([title, null]);
  test.each([
    `Institute for Government, ${title}`,
    `IfG: ${title}`,
    `IfG (2025): ${title}`,
    `Report: ${title}`,
    `${title} (Institute for Government)`,
    `${title} · Institute for Government`,
    `${title}, IfG`,
    `${title} (PDF)`,
    `${title} (PDF, 2MB)`,
    `${title} (opens in a new tab)`,
    `New report: ${title} (PDF) | IfG`,
    `${title}, Institute for Government, 2025`,
    `${title}, Institute for Government, September 2025`,
    `${title}, Institute for Government, 30 September 2025`,
    `${title} (Institute for Government, 2025)`,
    `${title} (IfG, September 2025)`,
    `${title} (Institute for Government 2025)`,
    `${title} (2025)`,
    `${title} (PDF), Institute for Government, London, 2025`,
    `${title}, 30 September 2025`,
    `${title}. Institute for Government.`,
    `IfG report: ${title}`,
    `Institute for Government report: ${title}`,
    `Read: ${title}`,
    `Read more: ${title}`,
    `Read the report: ${title}`,
    `Read the full report: ${title}`,
    `Download: ${title} (PDF)`,
    `Download ‘${title}’`,
    `See the IfG’s report, “${title}”`,
  ])('%s', (text) => {
    expect(isClaimed(feed, { url: '/publication/abc', text })).toBe(true);
  });
  test.each([
    `Response to ${title}`,
    `Report on ${title}`,
    `${title} (Demos)`,
    `Demos: ${title}`,
    'Report: (PDF)',
    `${title}, Demos, 2025`,
    `${title} (Demos, 2025)`,
    `Register for the launch: ${title}`,
    `Watch: ${title}`,
    `Download the slides: ${title}`,
    `Read our response: ${title}`,
    `Event: ${title}`,
    `Read ${title} in Wales`,
    `${title} 2`,
    `${title}: Part 2`,
  ])('but not: %s', (text) => {
    expect(isClaimed(feed, { url: '/publication/abc', text })).toBe(false);
  });
  test.each<[string, string, boolean]>([
    ['Whitehall Monitor', 'Whitehall Monitor (2023)', false],
    ['Whitehall Monitor', 'Whitehall Monitor, Institute for Government, 2023', false],
    ['Whitehall Monitor', 'Whitehall Monitor, Institute for Government', true],
    ['Whitehall Monitor 2025', 'Whitehall Monitor 2025, Institute for Government, January 2025', true],
    ['Whitehall Monitor 2025', 'Whitehall Monitor, Institute for Government, January 2025', false],
    ['Whitehall Monitor 2025', 'Whitehall Monitor 2024, Institute for Government, January 2025', false],
  ])('“%s” is what is cited as “%s”, where nothing tells its editions apart but their day: %s', (name, text, is) => {
    expect(isClaimed(feedOf([name, null]), { url: '/publication/monitor', text })).toBe(is);
  });
  test('and one that was written as markup', () => {
    const law = feedOf(['Law &amp; order in the minister&#039;s hands', null]);
    expect(isClaimed(law, { url: '/publication/abc', text: 'Law & order in the minister’s hands' })).toBe(true);
  });
});

test.each([
  'https://www.theguardian.com/politics/x?CMP=share_btn_url',
  'https://www.theguardian.com/politics/x?shareToken=a&_ga=1',
  'https://www.theguardian.com/politics/x?at_medium=social&at_campaign=y',
])('what was added to share an address is no part of it: %s', (address) => {
  const card = { title: 'A story | The Guardian', url: address, shown: address };
  const resolver = createResolver([makeFeed([card])]);
  expect(resolver.resolve({ url: 'https://www.theguardian.com/politics/x' }).sureness).toBe('exact');
});
