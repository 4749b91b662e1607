import { useWords } from './words.ts';

interface Props {
  /** What is missing, in words. */
  readonly missing: string;
  /** The site that can be asked for by itself; null where none is known. */
  readonly site: string | null;
  /** Asks for a site, or for all where null is given. */
  readonly onAllow: (site: string | null) => void;
}

/** Says what the reader does not let the extension into, and offers to change it. */
export function AccessNotice({ missing, site, onAllow }: Props) {
  const translate = useWords();
  return (
    <div class="access">
      <p>{missing}</p>
      <p class="access-choices">
        {site !== null && (
          <button type="button" class="button" onClick={() => onAllow(site)}>
            {translate('access_allow_site', site)}
          </button>
        )}
        <button type="button" class="button" onClick={() => onAllow(null)}>
          {translate('access_allow_all')}
        </button>
      </p>
    </div>
  );
}
