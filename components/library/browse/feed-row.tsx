import type { FeedOrigin } from '../../../core/gloss/gloss.ts';
import { FeedOrigins } from '../../feed-origins.tsx';
import { useWords } from '../../words.ts';
import { RecordRow } from './record.tsx';

/** Where posts come from, when they were read, and what such a feed cannot say of them. */
export function FeedRow({ feeds }: { readonly feeds: readonly FeedOrigin[] }) {
  const translate = useWords();
  if (feeds.length === 0) return null;
  return (
    <RecordRow name={translate('library_browse_from')}>
      <div class="gloss">
        <FeedOrigins feeds={feeds} />
      </div>
    </RecordRow>
  );
}
