import type { ComponentChildren } from 'preact';
import { addressOfRoute } from '../../core/library-route.ts';
import { useWords } from '../words.ts';
import type { FilterChip } from './filter-chips.tsx';

const ACCOUNTS = addressOfRoute({ view: 'accounts' });

/** Where a search finds nothing: what else can be tried. */
export function NothingFound({ chips }: { readonly chips: readonly FilterChip[] }) {
  const translate = useWords();
  return (
    <Empty title={translate('nothing_title')}>
      {chips.length > 0 && (
        <>
          <p class="paragraph">{translate('nothing_filters')}</p>
          <ul class="nothing-ways">
            {chips.map(({ key, label, href }) => (
              <li key={key}>
                <a class="link" href={href}>
                  {translate('nothing_without', label)}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="paragraph">{translate('nothing_words')}</p>
      <p class="paragraph">
        <a class="link" href={ACCOUNTS}>
          {translate('nothing_accounts')}
        </a>
      </p>
    </Empty>
  );
}

/** Where the library holds nothing at all. */
export function NothingHeld() {
  const translate = useWords();
  return (
    <Empty title={translate('held_title')}>
      <p class="paragraph">{translate('held_about')}</p>
      <p class="paragraph">
        <a class="button" href={ACCOUNTS}>
          {translate('held_add')}
        </a>
      </p>
    </Empty>
  );
}

function Empty({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <div class="nothing">
      <h2 class="page-heading">{title}</h2>
      {children}
    </div>
  );
}

/** Below what was found, as long as only what comes with the extension is there. */
export function OnlyBundled() {
  const translate = useWords();
  return (
    <p class="search-notice">
      {translate('bundled_only')}{' '}
      <a class="link" href={ACCOUNTS}>
        {translate('held_add')}
      </a>
    </p>
  );
}
