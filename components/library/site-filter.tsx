import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useWords } from '../words.ts';

interface Props {
  readonly site: string | null;
  readonly onChange: (site: string | null) => void;
}

/** The website that hits link to. */
export function SiteFilter({ site, onChange }: Props) {
  const translate = useWords();
  const id = useId();
  // Whatever is drawn anew meanwhile, it stays as it is typed.
  const [typed, setTyped] = useState<string | null>(null);
  // Enter changes the field and then sends it: both say the same.
  const told = useRef(site);
  useEffect(() => {
    told.current = site;
  }, [site]);
  const change = (typedNow: string) => {
    const next = typedNow.trim() === '' ? null : typedNow.trim();
    setTyped(null);
    if (next === told.current) return;
    told.current = next;
    onChange(next);
  };
  return (
    <form
      class="filter"
      onSubmit={(event) => {
        event.preventDefault();
        change(String(new FormData(event.currentTarget).get('site') ?? ''));
      }}
    >
      <label class="filter-title" for={id}>
        {translate('filter_site')}
      </label>
      <input
        id={id}
        class="filter-field"
        name="site"
        inputMode="url"
        autocomplete="off"
        spellcheck={false}
        placeholder={translate('filter_site_example')}
        value={typed ?? site ?? ''}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onChange={(event) => change(event.currentTarget.value)}
      />
    </form>
  );
}
