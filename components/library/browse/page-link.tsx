import type { CanonicalAddress } from '../../../core/model/ids.ts';
import { useWords } from '../../words.ts';

/** A link to a page itself, as it is written, in a new tab at the reader's click, and telling that page nothing of ours. */
export function PageLink({ address }: { readonly address: CanonicalAddress }) {
  const translate = useWords();
  return (
    <a class="link page-link" href={address} target="_blank" rel="noopener noreferrer" dir="ltr">
      {address.replace(/^https?:\/\//, '')}
      <span aria-hidden="true"> ↗</span>
      <span class="unseen"> ({translate('library_browse_new_tab')})</span>
    </a>
  );
}
