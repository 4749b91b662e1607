import { useId, useState } from 'preact/hooks';
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
  const change = (next: string) => {
    setTyped(null);
    onChange(next.trim() === '' ? null : next.trim());
  };
  return (
    // Enter changes the field before it sends the form.
    <form class="filter" onSubmit={(event) => event.preventDefault()}>
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
