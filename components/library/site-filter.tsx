import { useId } from 'preact/hooks';
import { useWords } from '../words.ts';

interface Props {
  readonly site: string | null;
  readonly onChange: (site: string | null) => void;
}

/** The website that hits link to. */
export function SiteFilter({ site, onChange }: Props) {
  const translate = useWords();
  const id = useId();
  const change = (typed: string) => onChange(typed.trim() === '' ? null : typed.trim());
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
        value={site ?? ''}
        onChange={(event) => change(event.currentTarget.value)}
      />
    </form>
  );
}
