import { AccessNotice } from '../../components/access-notice.tsx';
import { type AccessDoors, saidOfAllowed, useAllowedSites } from '../../components/use-allowed-sites.ts';
import { useWords } from '../../components/words.ts';

/** Says first that the extension may not run everywhere, where that is so. */
export function MissingAccess({ access }: { readonly access: AccessDoors }) {
  const translate = useWords();
  const sites = useAllowedSites(access);
  if (sites === null) return null;
  return (
    <section class="part">
      <h2 class="page-heading">{translate('access')}</h2>
      <p class="about">{translate('access_about')}</p>
      <AccessNotice missing={saidOfAllowed(sites, translate)} site={null} onAllow={access.ask} />
    </section>
  );
}
