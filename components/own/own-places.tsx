import type { ComponentChildren } from 'preact';
import { Beside, type Item } from '../beside.ts';
import { FollowUpPlace } from './follow-up-place.tsx';
import { NotePlace } from './note-place.tsx';
import { type Own, OwnContext } from './own.ts';
import { ScorecardWay } from './scorecard-way.tsx';

interface Props {
  readonly own: Own;
  readonly children: ComponentChildren;
}

/** Puts what the reader wrote beside all that is shown inside. */
export function OwnPlaces({ own, children }: Props) {
  return (
    <OwnContext.Provider value={own}>
      <Beside.Provider value={showBeside}>{children}</Beside.Provider>
    </OwnContext.Provider>
  );
}

function showBeside(item: Item) {
  return (
    <>
      {'recommendations' in item && <ScorecardWay item={item} />}
      <NotePlace item={item} />
      {'recommendation' in item && <FollowUpPlace item={item} />}
    </>
  );
}
