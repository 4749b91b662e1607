import browser, { type Runtime } from 'webextension-polyfill';
import { glossFor } from '../../core/match/gloss-for.ts';
import type { ResolvedMatch } from '../../core/match/resolve.ts';
import type { Answers, BackgroundRequests, LibraryState } from '../../core/messages.ts';
import type { Match } from '../../core/model.ts';
import { isSiteOff, parseSettings, SETTINGS_KEY, type Settings, siteOf } from '../../core/settings.ts';
import { addToBadge } from './badge.ts';
import type { Library } from './library/open.ts';
import { listMarks, prepareFrame, readTab } from './tabs.ts';

const CLAIMS = ['exact', 'likely'];

/** What the background answers; it keeps nothing but the library's promise. */
export function createAnswers(library: () => Promise<Library>): Answers<BackgroundRequests, Runtime.MessageSender> {
  return {
    async resolveLinks({ addresses, kind, isFirst }, sender) {
      const [{ resolver }, settings] = await Promise.all([library(), readSettings()]);
      if (!settings.marks || isSiteOff(settings, sender.tab?.url ?? sender.url ?? ''))
        return addresses.map(() => 'none');
      const matches = addresses.map((url) => permitted(resolver.resolve({ url }), settings));
      // The marks do not wait for the card.
      if (isFirst && matches.some(({ sureness }) => sureness !== 'none')) void prepareFrame(sender, kind);
      const claims = matches.filter(({ sureness }) => CLAIMS.includes(sureness));
      void addToBadge(
        sender,
        claims.flatMap(({ publication }) => (publication === null ? [] : resolver.postsAbout(publication))),
      );
      return matches.map(({ sureness }) => sureness);
    },
    async describeLink({ address, text }) {
      const { resolver, feeds } = await library();
      return glossFor(feeds, withoutAddress(resolver.resolve({ url: address, text })));
    },
    async describeTab({ tabId }, sender) {
      const [{ resolver, feeds }, settings] = await Promise.all([library(), readSettings()]);
      const { id, address, ...names } = await readTab(tabId ?? sender.tab?.id);
      const site = siteOf(address);
      const gloss =
        site === null ? null : glossFor(feeds, withoutAddress(resolver.resolve({ url: address, ...names })));
      return { tabId: id, site, isOn: settings.marks && !isSiteOff(settings, address), gloss };
    },
    listMarks: ({ tabId }) => listMarks(tabId),
    async readLibraryState() {
      return describeLibrary(await library());
    },
  };
}

async function readSettings(): Promise<Settings> {
  return parseSettings((await browser.storage.local.get(SETTINGS_KEY))[SETTINGS_KEY]);
}

function permitted(match: ResolvedMatch, settings: Settings): ResolvedMatch {
  return match.sureness === 'related' && !settings.relatedMarks ? { ...match, sureness: 'none' } : match;
}

function withoutAddress({ address: _, ...match }: ResolvedMatch): Match {
  return match;
}

function describeLibrary({ kept, version, feeds }: Library): LibraryState {
  return {
    kept,
    version,
    feeds: feeds.map(({ profile, asOf, posts, recommendations, publications }) => ({
      handle: profile.handle,
      displayName: profile.displayName,
      asOf,
      posts: posts.length,
      recommendations: recommendations.length,
      publications: publications.length,
    })),
  };
}
