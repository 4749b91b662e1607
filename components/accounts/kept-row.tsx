import { addressOfRoute } from '../../core/library-route.ts';
import { useCount, useWords } from '../words.ts';

/** The posts that the reader keeps by themselves, which stand in a feed of their own. */
export function KeptRow({ posts }: { readonly posts: number }) {
  const translate = useWords();
  const count = useCount();
  return (
    <li class="accounts-item">
      <div class="accounts-who">
        <h3 class="accounts-name">{translate('kept_posts')}</h3>
        <p class="about">{translate('kept_row_about', count('posts', posts))}</p>
      </div>
      <div class="accounts-buttons">
        <a class="button accounts-small" href={addressOfRoute({ view: 'kept' })}>
          {translate('kept_row_show')}
        </a>
      </div>
    </li>
  );
}
