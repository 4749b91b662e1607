import { useMemo, useState } from 'preact/hooks';
import { useWayBack } from '../use-way-back.ts';
import type { Linked, LinkedByDoors, LinkedByWays } from './doors.ts';

/** The screen that says who linked to a page, in place of what led to it, and the way back. */
export function useLinkedByWays(doors: LinkedByDoors) {
  const [linked, setLinked] = useState<Linked | null>(null);
  const back = useWayBack();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is noted of the way back is the same each time.
  const ways = useMemo<LinkedByWays>(() => {
    const show = (wanted: Linked, from: HTMLElement) => {
      back.note(from);
      setLinked(wanted);
      scrollTo(0, 0);
    };
    return {
      read: (address) => doors.ask('readLinkedBy', { address }),
      readServices: doors.readServices,
      onChange: doors.onChange,
      onShow: show,
      async onAsk(wanted, from) {
        if (await doors.mayAsk()) show(wanted, from);
        else doors.onNeedConsent(wanted.address);
      },
    };
  }, [doors]);
  return {
    linked,
    ways,
    close() {
      setLinked(null);
      back.go();
    },
  };
}
