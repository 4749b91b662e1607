import type { OwnRecord } from '../../../core/model/own.ts';
import { countActedOn } from '../../../core/own/acted-on.ts';
import { writtenAbout } from '../../../core/own/of-gloss.ts';
import type { OwnRequests } from '../../../core/protocol/own.ts';
import type { Answers } from '../../../core/protocol/wire.ts';
import type { Content } from '../library/content.ts';

/** `readOwn` gives all that the reader has written; the library is asked only where that is something. */
export function createScorecardAnswers(
  library: () => Promise<Pick<Content, 'whole'>>,
  readOwn: () => Promise<readonly OwnRecord[]>,
): Answers<Pick<OwnRequests, 'countActedOn'>, unknown> {
  return {
    async countActedOn({ publication }) {
      const records = await readOwn();
      if (!records.some(({ kind }) => kind === 'follow-up')) return null;
      const whole = await (await library()).whole({ sureness: 'exact', publication, relatedPosts: [], reasons: [] });
      return countActedOn(writtenAbout(records, whole), whole);
    },
  };
}
