import type { Runtime } from 'webextension-polyfill';
import { createFairTurns } from '../../core/fair-turns.ts';
import type { Gloss } from '../../core/gloss/gloss.ts';
import { groupMarks } from '../../core/gloss/marked-publications.ts';
import type { More, Wanted } from '../../core/gloss/more.ts';
import type { PostId } from '../../core/model/ids.ts';
import type { Match } from '../../core/model/match.ts';
import { findRemarks } from '../../core/passages/find-remarks.ts';
import type { AccountRequests } from '../../core/protocol/accounts.ts';
import type { BackgroundRequests } from '../../core/protocol/background-requests.ts';
import type { BackupRequests } from '../../core/protocol/backup.ts';
import type { BearingRequests } from '../../core/protocol/bearing.ts';
import type { LinkedByRequests } from '../../core/protocol/linked-by.ts';
import type { Question } from '../../core/protocol/look-up.ts';
import type { LinkMatch } from '../../core/protocol/marks.ts';
import type { OwnRequests } from '../../core/protocol/own.ts';
import type { OwnFrameRequests } from '../../core/protocol/own-frame.ts';
import type { PageNames } from '../../core/protocol/page-names.ts';
import type { TabState } from '../../core/protocol/tab-state.ts';
import type { Answers, RequestOf } from '../../core/protocol/wire.ts';
import type { Query, ResolvedMatch } from '../../core/recognise/resolve.ts';
import { type Fresh, NOTHING_FRESH } from '../../core/search/fresh.ts';
import { NO_FACTS, type ReadersFacts } from '../../core/search/look-up-words.ts';
import { NOTHING_OWN, type OwnSearched } from '../../core/search/own-searched.ts';
import { readQuery } from '../../core/search/query.ts';
import { readAsked } from '../../core/search/read-asked.ts';
import { isSiteOff, type Settings, siteOf } from '../../core/settings.ts';
import { isIfgPage } from './ifg-page.ts';
import type { Library } from './library/open.ts';
import type { OwnFrames } from './own-frames.ts';
import type { Parts } from './parts.ts';

type Report = RequestOf<BackgroundRequests, 'reportMarks'>;

/** Milliseconds for which the links of one page are resolved before another's have their turn. */
const TURN = 8;

/** Milliseconds: a popup has drawn itself by then, and nobody has typed yet. */
const BEFORE_PREPARING = 200;

const NONE: LinkMatch = { sureness: 'none', publication: null, posts: 0 };
const NO_OWN: Pick<OwnFrames, 'tellOwn' | 'admit'> = { tellOwn: (described) => described, admit: async () => null };
const NO_MATCH: ResolvedMatch = { sureness: 'none', publication: null, relatedPosts: [], reasons: [], address: null };

/**
 * What the background answers about pages and the library; it keeps nothing but the library's promise, and the links that
 * wait for their turn. `freshSince` gives the posts that came since a time, in milliseconds since 1970; `readOwn` what the
 * reader wrote, to be searched; `newSince` the time since which what came is new to the reader.
 */
export function createAnswers(
  library: () => Promise<Library>,
  parts: Parts,
  freshSince: (time: number) => Promise<readonly PostId[]> = async () => [],
  ownFrames: Pick<OwnFrames, 'tellOwn' | 'admit'> = NO_OWN,
  readOwn: () => Promise<OwnSearched> = async () => NOTHING_OWN,
  newSince: () => Promise<number> = async () => Number.MAX_SAFE_INTEGER,
): Answers<
  Omit<
    BackgroundRequests,
    keyof (AccountRequests & OwnRequests & BackupRequests & OwnFrameRequests & LinkedByRequests & BearingRequests)
  >,
  Runtime.MessageSender
> {
  const { readSettings, readTab } = parts;
  const turns = createFairTurns({
    turn: TURN,
    now: () => performance.now(),
    rest: () => new Promise((resolve) => setTimeout(resolve)),
  });
  /** A tab's page, asked for its names where it has sent none, and its match; null where no extension may look at it. */
  const readPage = async (tabId = -1, sent: PageNames | null = null) => {
    const [content, tab, names] = await Promise.all([library(), readTab(tabId), sent ?? parts.namesOf(tabId)]);
    const { id, address, title } = tab;
    const site = siteOf(address);
    const match = site === null ? null : await matchOf(content, { url: address, title, ...names });
    return { tabId: id, address, site, match };
  };
  const describe = async (tabId?: number, sent?: PageNames): Promise<Omit<TabState, 'isClosed'>> => {
    const [content, settings, page] = await Promise.all([library(), readSettings(), readPage(tabId, sent)]);
    const { address, match, ...state } = page;
    const gloss = match && (await content.gloss(match));
    return { ...state, isOn: settings.marks && !isSiteOff(settings, address), gloss };
  };
  const describeMoreOfTab = async (wanted: Wanted, tabId?: number, sent?: PageNames): Promise<More | null> => {
    const [content, { match }] = await Promise.all([library(), readPage(tabId, sent)]);
    return match && content.more(match, wanted);
  };
  /** The posts about what a frame has marked, and about the page itself; has the page read where that is the Institute's. */
  const postsReported = async ({ publications, names }: Report, sender: Runtime.MessageSender) => {
    const content = await library();
    const own = sender.frameId === 0 ? await readPage(sender.tab?.id, names) : null;
    const settings = await readSettings();
    const match = own && settings.marks && !isSiteOff(settings, own.address) ? own.match : null;
    const [posts = 0] = match === null ? [] : await content.countPosts([match]);
    if (posts > 0 && isIfgPage(sender.tab?.url ?? '')) void parts.openReportPage(sender);
    const claimed = match?.publication;
    return content.postsAbout(claimed ? [claimed, ...publications] : publications);
  };
  const readFresh = async (): Promise<Fresh> => {
    const since = await newSince();
    return { posts: await freshSince(since), since };
  };
  /** What only words are looked for in. */
  const readFacts = async ({ asked }: Question): Promise<ReadersFacts> => {
    if (readAsked(asked).kind !== 'words') return NO_FACTS;
    const isNew = readQuery(asked).filters.isNew;
    const [own, fresh] = await Promise.all([readOwn(), isNew ? readFresh() : NOTHING_FRESH]);
    return { own, fresh };
  };
  return {
    async resolveLinks({ links, kind, isFirst }, sender) {
      const [content, settings] = await Promise.all([library(), readSettings()]);
      if (!(await parts.isLetInto(sender))) return links.map(() => NONE);
      if (!settings.marks || isSiteOff(settings, sender.tab?.url ?? sender.url ?? '')) return links.map(() => NONE);
      const owner = { tab: sender.tab?.id ?? -1, frame: sender.frameId ?? 0 };
      const queries = links.map(({ address, text }) => ({ url: address, text }));
      const found = await content.resolve(queries, (items, work) => turns.share(owner, items, work));
      const matches = found.map((match) => permitted(match, settings));
      if (isFirst && matches.some(({ sureness }) => sureness !== 'none')) await parts.prepareFrame(sender, kind);
      const posts = await content.countPosts(matches);
      return matches.map(({ sureness, publication }, index) => ({ sureness, publication, posts: posts[index] ?? 0 }));
    },
    async prepareTexts(_, sender) {
      await parts.prepareTexts(sender);
      return null;
    },
    async reportMarks(report, sender) {
      void parts.tellMarksChanged(sender);
      await parts.countOnBadge(sender, report.documentStart, postsReported(report, sender));
      return null;
    },
    async drawForms(_, sender) {
      await parts.drawForms(sender);
      return null;
    },
    async describeLink({ address, text, isFirst }, sender) {
      const describeFor = async () => {
        const [content] = await Promise.all([library(), isFirst ? parts.prepareCard(sender) : null]);
        return glossOf(content, { url: address, text });
      };
      return ownFrames.tellOwn(describeFor(), sender);
    },
    async describeMoreOfLink({ address, text, wanted }) {
      const content = await library();
      return content.more(await matchOf(content, { url: address, text }), wanted);
    },
    async openCardOutside(card, { tab }) {
      if (tab?.id === undefined) return false;
      const found = library().then((content) => glossOf(content, { url: card.address, text: card.text }));
      const gloss = await ownFrames.tellOwn(found, { tab, frameId: 0 });
      return parts.openFrameCard(tab.id, { ...card, gloss });
    },
    closeCardOutside: ({ opener }, { tab }) => parts.closeFrameCard(tab?.id, opener),
    tellCardClosed: (closed, { tab }) => parts.tellCardClosed(tab?.id, closed),
    async closeOtherCards({ except }, sender) {
      if (sender.tab?.id !== undefined) await parts.closeCards(sender.tab.id, except);
      return true;
    },
    async openUpdate({ feed }) {
      const feeds = await (await library()).describeFeeds();
      const isKnown = feeds.some(({ id }) => id === feed);
      if (isKnown) await parts.openUpdatePage(feed);
      return isKnown;
    },
    async openInLibrary({ address, text }, { tab }) {
      const { publication: id } = await matchOf(await library(), { url: address, text });
      if (id !== null) await parts.openLibraryPage({ view: 'publication', id }, tab?.windowId);
      return id !== null;
    },
    admitToLink: ({ address, text }, sender) => ownFrames.admit(sender, 'card', { url: address, text }),
    async admitToPage({ names }, sender) {
      const { address } = await readTab(sender.tab?.id ?? -1);
      return ownFrames.admit(sender, 'panel', { url: address, ...names });
    },
    async findPassages({ names, paragraphs }, sender) {
      const [content, { address, match }, settings] = await Promise.all([
        library(),
        readPage(sender.tab?.id, names),
        readSettings(),
      ]);
      if (match === null || !settings.marks || isSiteOff(settings, address)) return [];
      return findRemarks(paragraphs, await content.whole(match));
    },
    async describePage({ names }, sender) {
      const [state, isIn] = await Promise.all([describe(sender.tab?.id, names), parts.isLetInto(sender)]);
      const gloss = state.gloss && (await ownFrames.tellOwn(Promise.resolve(state.gloss), sender));
      return { ...state, gloss, isClosed: false, isOn: state.isOn && isIn };
    },
    describeMoreOfPage: ({ names, wanted }, sender) => describeMoreOfTab(wanted, sender.tab?.id, names),
    async describeTab({ tabId }) {
      const [state, isTabClosed] = await Promise.all([describe(tabId), parts.isClosed(tabId)]);
      return { ...state, isClosed: isTabClosed };
    },
    async listMarks({ tabId }) {
      const [content, frames] = await Promise.all([library(), parts.listMarks(tabId)]);
      const marked = new Set(frames.flatMap(({ marks }) => marks.flatMap(({ publication }) => publication ?? [])));
      const titles = await content.titlesOf([...marked]);
      return groupMarks(frames, (id) => titles.get(id) ?? null);
    },
    showSiteOff: (_, sender) => parts.showSiteOff(sender),
    describeSample: async () => (await library()).sample(),
    async lookUp(question) {
      const facts = readFacts(question);
      return (await library()).lookUp(question, facts);
    },
    async search(request) {
      const [content, fresh, own] = await Promise.all([library(), freshSince(request.newSince), readOwn()]);
      return content.search(request, fresh, own);
    },
    describeFound: async (found) => (await library()).describe(found),
    async describeMore({ of, wanted }) {
      return of.kind === 'tab' ? describeMoreOfTab(wanted, of.tabId) : (await library()).describeMore(of, wanted);
    },
    listPublications: async (wanted) => (await library()).listPublications(wanted),
    describePublication: async (request) => (await library()).describePublication(request),
    listThreads: async (request) => (await library()).listThreads(request),
    describeThread: async (request) => (await library()).describeThread(request),
    describePost: async (request) => (await library()).describePost(request),
    listRecommendations: async (request) => (await library()).listRecommendations(request),
    comparePublications: async (request) => (await library()).comparePublications(request),
    async readLibraryState() {
      const { storedIn, because, version, describeFeeds, prepareSearch } = await library();
      // Whoever shows it has a box to look words up in; what else it asks at the start comes first.
      setTimeout(() => void prepareSearch().catch(() => null), BEFORE_PREPARING);
      return { storedIn, because, version, feeds: await describeFeeds() };
    },
  };
}

function permitted(match: ResolvedMatch, settings: Settings): ResolvedMatch {
  return match.sureness === 'related' && !settings.relatedMarks ? { ...match, sureness: 'none' } : match;
}

/** What is said of an address, and of whatever else is known of its page. */
async function glossOf(content: Library, query: Query): Promise<Gloss> {
  return content.gloss(await matchOf(content, query));
}

async function matchOf(content: Library, query: Query): Promise<Match> {
  const [{ address: _, ...match } = NO_MATCH] = await content.resolve([query]);
  return match;
}
