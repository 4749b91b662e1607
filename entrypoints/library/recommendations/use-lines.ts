import { useMemo } from 'preact/hooks';
import { joinLines } from '../../../core/follow-up/join.ts';
import type { RecommendationLine } from '../../../core/follow-up/line.ts';
import type { ListedRecommendation } from '../../../core/follow-up/listed.ts';
import type { OwnRecord } from '../../../core/model/own.ts';
import type { LibraryViewRequests } from '../../../core/protocol/library-page.ts';
import type { OwnKind } from '../../../core/protocol/own.ts';
import type { Ask } from '../../../core/protocol/wire.ts';
import { type Asked, useAsked } from '../use-asked.ts';
import { useOwnWritten } from '../use-own-written.ts';
import type { Part } from '../use-parts.ts';

type AskAll = Ask<LibraryViewRequests>;

/** All recommendations with what the reader noted, as they are by now. */
export function useLines(ask: AskAll): Asked<readonly RecommendationLine[]> {
  const listed = useAsked('listed', () => listRecommendations(ask));
  const written = useAsked('written', () => listWritten(ask));
  useOwnWritten(written.tryAgain);
  const answer = useMemo(
    () => listed.answer && written.answer && joinLines(listed.answer, written.answer),
    [listed.answer, written.answer],
  );
  const states = [listed.state, written.state];
  const state = states.find((each) => each === 'failed') ?? states.find((each) => each === 'waiting') ?? 'answered';
  const tryAgain = () => {
    listed.tryAgain();
    written.tryAgain();
  };
  return { answer, state, tryAgain };
}

function listRecommendations(ask: AskAll): Promise<readonly ListedRecommendation[]> {
  return listAll((start) => ask('listRecommendations', { start }));
}

async function listWritten(ask: AskAll): Promise<readonly OwnRecord[]> {
  const listOwn = (kind: OwnKind) => listAll((start) => ask('listOwn', { kind, start, isAnchored: false }));
  return [...(await listOwn('follow-up')), ...(await listOwn('note'))];
}

async function listAll<Item>(askPart: (start: number) => Promise<Part<Item>>): Promise<readonly Item[]> {
  const all: Item[] = [];
  for (;;) {
    const { items, total } = await askPart(all.length);
    all.push(...items);
    if (items.length === 0 || all.length >= total) return all;
  }
}
