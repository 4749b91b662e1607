import { useMemo } from 'preact/hooks';
import type { FeedId } from '../core/model/ids.ts';
import type { Update } from '../core/protocol/update-feed.ts';
import { TroubleText } from './accounts/trouble.tsx';
import type { UpdateFeed } from './update-button.tsx';
import { useWords } from './words.ts';

type OnUpdate = (feed: FeedId) => Promise<Update | 'opened'>;

/** Brings feeds up to date for buttons that say what comes of it. */
export function useUpdate(onUpdate: OnUpdate): UpdateFeed {
  return useMemo(
    () => async (feed) => {
      const came = await onUpdate(feed).catch(() => ({ kind: 'no-answer' }) as const);
      return came === 'opened' ? null : <Came came={came} onNeedConsent={() => void onUpdate(feed)} />;
    },
    [onUpdate],
  );
}

interface Props {
  readonly came: Update | { readonly kind: 'no-answer' };
  readonly onNeedConsent: () => void;
}

function Came({ came, onNeedConsent }: Props) {
  const translate = useWords();
  if (came.kind === 'under-way') return translate('update_under_way');
  if (came.kind === 'unknown') return translate('update_unknown');
  return <TroubleText trouble={came} now={Date.now()} onNeedConsent={onNeedConsent} />;
}
