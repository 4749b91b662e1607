import { useWords } from '../words.ts';

interface Props {
  /** Whose posts; null where it is all accounts'. */
  readonly of: string | null;
  readonly isReading: boolean;
  readonly onRefresh: () => void;
  readonly onStop: () => void;
}

/** One button, which keeps the focus whatever it does now. */
export function RefreshButton({ of, isReading, onRefresh, onStop }: Props) {
  const translate = useWords();
  const what = isReading ? 'stop' : 'refresh';
  const onClick = (event: MouseEvent) => {
    // Whoever clicks twice wants what the first click did.
    if (event.detail > 1) return;
    if (isReading) onStop();
    else onRefresh();
  };
  return (
    <button
      type="button"
      class="button accounts-small"
      aria-label={of === null ? undefined : translate(`account_${what}_title`, of)}
      onClick={onClick}
    >
      {translate(of === null ? `accounts_${what}_all` : `account_${what}`)}
    </button>
  );
}
