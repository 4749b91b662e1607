import { postAddress } from '../../../core/cite/bluesky.ts';
import { addressOfRoute } from '../../../core/library-route.ts';
import type { Post } from '../../../core/model/post.ts';
import { quotedUri } from '../../../core/model/quoted.ts';
import { AwayLink } from '../../away-link.tsx';
import { showMinute } from '../../dates.ts';
import { nameAuthor } from '../../quotes.ts';
import { useLanguage, useWords } from '../../words.ts';
import { RecordRow } from './record.tsx';

interface Props {
  readonly post: Post;
  /** The quoted post; null where the library does not hold it. */
  readonly quoted: Post | null;
}

/** What a post quotes: its words, or where they stand. Nothing where it is not known to quote anything. */
export function QuotedRow({ post, quoted }: Props) {
  const translate = useWords();
  const language = useLanguage();
  const original = postAddress({ uri: quotedUri(post) });
  if (quoted === null && original === null) return null;
  return (
    <RecordRow name={translate('library_browse_quotes')}>
      {quoted !== null && (
        <figure class="quoted">
          <blockquote class="quoted-words" dir="auto">
            {quoted.text}
          </blockquote>
          <figcaption>
            {quoted.author !== null && <span>{translate('post_author', ...nameAuthor(quoted.author))} · </span>}
            <a class="link" href={addressOfRoute({ view: 'post', id: quoted.id })}>
              {showMinute(quoted.time, language)}
            </a>
          </figcaption>
        </figure>
      )}
      {quoted === null && original !== null && (
        <AwayLink
          address={original}
          label={translate('library_browse_quoted_original')}
          title={translate('post_original_title')}
        />
      )}
    </RecordRow>
  );
}
