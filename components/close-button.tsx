import { useWords } from './words.ts';

/** Closes what it stands in. */
export function CloseButton({ onClose }: { readonly onClose: () => void }) {
  const translate = useWords();
  return (
    <button type="button" class="close-button" aria-label={translate('close')} onClick={onClose}>
      ×
    </button>
  );
}
