import { useContext, useEffect, useState } from 'preact/hooks';
import type { Services } from '../../core/network/services.ts';
import type { LinkedBy } from '../../core/protocol/linked-by.ts';
import { sayAgo } from '../ago.ts';
import { useCount, useLanguage, useWords } from '../words.ts';
import { type Linked, LinkedByContext, type LinkedByWays } from './doors.ts';
import { countPosts } from './use-sum.ts';

/** The button that asks the network who linked to a page, with what that sends to whom, or with what was told already. */
export function LinkedByWay(linked: Linked) {
  const ways = useContext(LinkedByContext);
  return ways === null ? null : <Way key={linked.address} linked={linked} ways={ways} />;
}

function Way({ linked, ways }: { readonly linked: Linked; readonly ways: LinkedByWays }) {
  const translate = useWords();
  const [told, setTold] = useState<LinkedBy | null>(null);
  const [services, setServices] = useState<Services | null>(null);
  useEffect(() => {
    let isWanted = true;
    const read = () => {
      // Where nothing can be read, it can still be asked.
      void ways.readServices().then(
        (services) => isWanted && setServices(services),
        () => null,
      );
      void ways.read(linked.address).then(
        ({ last }) => isWanted && setTold(last),
        () => null,
      );
    };
    read();
    const end = ways.onChange(read);
    return () => {
      isWanted = false;
      end();
    };
  }, [ways, linked.address]);
  return (
    <div class="linked-by-way">
      <button
        type="button"
        class="linked-by-ask"
        onClick={({ currentTarget }) => (told === null ? ways.onAsk : ways.onShow)(linked, currentTarget)}
      >
        {translate(told === null ? 'linked_by_ask' : 'linked_by_show')}
      </button>
      <p class="linked-by-about">
        {told === null ? services !== null && <Sends services={services} /> : <Told told={told} />}
      </p>
    </div>
  );
}

function Sends({ services: { linkIndex, appView } }: { readonly services: Services }) {
  const translate = useWords();
  return translate('linked_by_sends', hostOf(linkIndex), hostOf(appView));
}

function Told({ told }: { readonly told: LinkedBy }) {
  const translate = useWords();
  const language = useLanguage();
  const count = useCount();
  const ago = sayAgo(translate, language, told.askedAt, Date.now());
  return translate('linked_by_told', count('posts', countPosts(told)), ago);
}

function hostOf(origin: string): string {
  return new URL(origin).host;
}
