import { useWords } from './words.ts';

interface Props {
  readonly address: string;
  readonly label: string;
  /** Says where it leads; a link out of the extension is never followed by itself. */
  readonly title: string;
}

/** A link to Bluesky, opened in a new tab at the reader's click, and telling that site nothing of the page. */
export function AwayLink({ address, label, title }: Props) {
  const translate = useWords();
  return (
    <a class="action" href={address} target="_blank" rel="noopener noreferrer" title={title}>
      {label}
      <span aria-hidden="true"> ↗</span>
      <span class="unseen"> ({translate('leaves_to_bluesky')})</span>
    </a>
  );
}
