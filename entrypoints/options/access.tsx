import { AccessNotice } from '../../components/access-notice.tsx';
import { Group } from '../../components/controls.tsx';
import { type AccessDoors, saidOfAllowed, useAllowedSites } from '../../components/use-allowed-sites.ts';
import { useWords } from '../../components/words.ts';

/** Where the extension may run, as long as that is not everywhere. */
export function AccessGroup({ access }: { readonly access: AccessDoors }) {
  const translate = useWords();
  const sites = useAllowedSites(access);
  if (sites === null) return null;
  return (
    <Group id="access" title={translate('access')} about={translate('access_about')}>
      <div class="row">
        <AccessNotice missing={saidOfAllowed(sites, translate)} site={null} onAllow={access.ask} />
      </div>
    </Group>
  );
}
