import { useRef, useState } from 'preact/hooks';
import { KeptList } from '../../../components/accounts/kept-list.tsx';
import { ListTotal } from '../../../components/library/browse/list-total.tsx';
import { MoreButton } from '../../../components/library/browse/more-button.tsx';
import { Nothing } from '../../../components/library/browse/states.tsx';
import { useArrival } from '../../../components/library/browse/use-arrival.ts';
import { ViewHeading } from '../../../components/library/view-heading.tsx';
import { useCount, useWords } from '../../../components/words.ts';
import { keyPart } from '../../../core/message-key.ts';
import type { KeepingRefusal, KeptPost } from '../../../core/protocol/linked-by.ts';
import { askLinkedBy } from '../../../platform/ask-linked-by.ts';
import { AskedView } from '../asked-view.tsx';
import { useParts } from '../use-parts.ts';

/** The posts that the reader keeps by themselves, those kept last first. */
export function KeptView() {
  const translate = useWords();
  const say = useCount();
  const [trouble, setTrouble] = useState<KeepingRefusal['kind'] | 'no-answer' | null>(null);
  const { more, ...asked } = useParts('', async (start) => {
    const { posts: items, total } = await askLinkedBy('listKeptPosts', { start });
    return { items, total };
  });
  const list = useRef<HTMLDivElement>(null);
  useArrival(list, more.arrival, (within) => within.querySelectorAll('.accounts-item'));
  const remove = async ({ uri }: KeptPost) => {
    const answer = await askLinkedBy('dropKeptPost', { uri }).catch(() => null);
    setTrouble(answer === null ? 'no-answer' : answer.ok ? null : answer.error.kind);
    asked.tryAgain();
  };
  return (
    <AskedView asked={asked}>
      {({ items, total }) => {
        if (total === 0) return <NoneKept />;
        return (
          <>
            <ViewHeading title={translate('kept_posts')} />
            <p class="lead">{translate('kept_about')}</p>
            <ListTotal all={say('posts', total)} shown={items.length} total={total} />
            <p class="accounts-trouble" role="status">
              {trouble !== null && translate(`linked_by_keep_${keyPart(trouble)}`)}
            </p>
            <div ref={list}>
              <KeptList posts={items} onRemove={remove} />
            </div>
            <MoreButton left={total - items.length} more={more} />
          </>
        );
      }}
    </AskedView>
  );
}

function NoneKept() {
  const translate = useWords();
  return (
    <Nothing
      title={translate('kept_none')}
      about={translate('kept_none_about')}
      next={{ label: translate('view_accounts'), route: { view: 'accounts' } }}
    />
  );
}
