import type { Did, Handle } from '../../../core/model/ids.ts';
import type { AccountRequests, SuggestionPage } from '../../../core/protocol/accounts.ts';
import type { Answers } from '../../../core/protocol/wire.ts';
import { fail, succeed } from '../../../core/result.ts';
import { type FetchedProfile, readFollows } from '../../../core/sources/bluesky/profile.ts';
import type { Content } from '../library/content.ts';
import { type Network, UNEXPECTED } from './read-account.ts';
import { refusalOf, storedOrRefused } from './refusals.ts';
import type { AccountsStore } from './store.ts';

interface Doors {
  readonly store: AccountsStore;
  readonly network: Network;
  readonly library: () => Promise<Pick<Content, 'countMentions'>>;
}

/** Suggestions that are shown. */
const MOST_SUGGESTED = 50;
/** Who names the Institute comes before whoever is mentioned so often. */
const NAMES_INSTITUTE = 1000;

/** Accounts that may be worth adding: those that posts mention, and those that an added account follows. */
export function createSuggestionAnswers({
  store,
  network,
  library,
}: Doors): Pick<Answers<AccountRequests, unknown>, 'suggestMentioned' | 'suggestFollowed'> {
  const readMentions = async () => (await library()).countMentions();
  return {
    async suggestMentioned() {
      const [mentions, rows] = await Promise.all([readMentions(), store.readAll().catch(() => [])]);
      const added = new Set(rows.map(({ profile }) => profile.handle));
      const suggestions = Array.from(mentions, ([handle, posts]) => ({
        handle,
        displayName: null,
        bio: null,
        mentions: posts,
      }))
        .filter(({ handle }) => !added.has(handle))
        .toSorted((a, b) => b.mentions - a.mentions);
      return { suggestions: suggestions.slice(0, MOST_SUGGESTED), cursor: null };
    },

    suggestFollowed: ({ did, cursor }) =>
      storedOrRefused(async () => {
        const answer = await network('accounts').follows(did, cursor);
        if (!answer.ok) return fail(refusalOf(answer.error));
        const read = readFollows(answer.value);
        if (!read.ok) return fail({ kind: 'failed', failure: UNEXPECTED });
        const [rows, mentions] = await Promise.all([store.readAll(), readMentions()]);
        return succeed(suggestionsOf(read.value, new Set(rows.map((row) => row.did)), mentions));
      }),
  };
}

/** Those that are not added yet; those that the library's posts mention and that name the Institute first. */
function suggestionsOf(
  { accounts, cursor }: { readonly accounts: readonly FetchedProfile[]; readonly cursor: string | null },
  added: ReadonlySet<Did>,
  mentions: ReadonlyMap<Handle, number>,
): SuggestionPage {
  const suggestions = accounts
    .filter(({ did, isForSignedInOnly }) => !isForSignedInOnly && !added.has(did))
    .map(({ profile: { handle, displayName, bio } }) => ({
      handle,
      displayName,
      bio,
      mentions: mentions.get(handle) ?? 0,
    }));
  const weigh = (each: (typeof suggestions)[number]) => each.mentions + (namesInstitute(each) ? NAMES_INSTITUTE : 0);
  return { suggestions: suggestions.toSorted((a, b) => weigh(b) - weigh(a)), cursor };
}

function namesInstitute({ displayName, bio }: { readonly displayName: string; readonly bio: string | null }): boolean {
  return /\bInstitute for Government\b|\binstituteforgov|\bIfG\b/i.test(`${displayName} ${bio ?? ''}`);
}
