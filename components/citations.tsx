import { useContext } from 'preact/hooks';
import { formatBibtex } from '../core/cite/bibtex.ts';
import { readCitation } from '../core/cite/citation.ts';
import { formatHarvard } from '../core/cite/harvard.ts';
import { formatRis } from '../core/cite/ris.ts';
import type { Publication } from '../core/model/publication.ts';
import { CopyButton, Copying } from './copy-button.tsx';
import { useWords } from './words.ts';

/** Copies a reference to the publication in the forms that people cite with. */
export function Citations({ publication }: { readonly publication: Publication }) {
  const translate = useWords();
  const citation = readCitation(publication);
  if (useContext(Copying) === null || citation === null) return null;
  const doubt = translate('cite_doubt');
  const forms: readonly (readonly [string, () => string])[] = [
    ['Harvard', () => formatHarvard(citation, { availableAt: translate('cite_available_at'), doubt })],
    ['BibTeX', () => formatBibtex(citation, doubt)],
    ['RIS', () => formatRis(citation, doubt)],
  ];
  return (
    <p class="cite">
      {translate('cite')}
      {forms.map(([name, text]) => (
        <CopyButton key={name} label={name} title={translate('cite_as', name)} text={text} />
      ))}
    </p>
  );
}
