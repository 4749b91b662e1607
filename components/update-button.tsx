import { type ComponentChildren, createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';
import type { FeedId } from '../core/model/ids.ts';
import { useWords } from './words.ts';

/** Has a feed brought up to date; gives what there is to say of it beside the button. */
export type UpdateFeed = (feed: FeedId) => Promise<ComponentChildren>;

/** Null where nothing can be brought up to date: then nothing offers to. */
export const Updating = createContext<UpdateFeed | null>(null);

interface Props {
  readonly feed: FeedId;
  /** Whose posts these are. */
  readonly of: string;
  readonly class?: string;
}

/** Has a feed brought up to date, and says in its own place what comes of it. */
export function UpdateButton({ feed, of, class: look = 'action' }: Props) {
  const translate = useWords();
  const update = useContext(Updating);
  const [told, setTold] = useState<ComponentChildren>(null);
  if (update === null) return null;
  return (
    <>
      <button
        type="button"
        class={look}
        aria-label={translate('bundled_update_title', of)}
        onClick={() => void update(feed).then(setTold)}
      >
        {translate('bundled_update')}
      </button>{' '}
      <span role="status">{told}</span>
    </>
  );
}
