import type { ComponentChildren } from 'preact';
import type { PaneActions } from './pane-actions.ts';
import { useWords } from './words.ts';

interface Props {
  readonly actions: PaneActions;
  /** The look-up. */
  readonly children: ComponentChildren;
}

/** The look-up, and the ways on to the side panel and the options. */
export function PaneHead({ actions, children }: Props) {
  const translate = useWords();
  return (
    <header class="pane-head">
      {children}
      {actions.onOpenSidePanel !== null && (
        <IconButton label={translate('popup_open_panel')} onGo={actions.onOpenSidePanel}>
          <path d="M2.5 4.5a1 1 0 0 1 1-1h13a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1h-13a1 1 0 0 1-1-1zM12 3.5v13M14 7h1.5M14 10h1.5" />
        </IconButton>
      )}
      <IconButton label={translate('popup_open_options')} onGo={actions.onOpenOptions}>
        <path d="M2.5 6h9M15.5 6h2M2.5 14h2M8.5 14h9" />
        <circle cx="13.5" cy="6" r="2" />
        <circle cx="6.5" cy="14" r="2" />
      </IconButton>
    </header>
  );
}

interface WayProps {
  readonly label: string;
  readonly onGo: () => void;
  readonly children: ComponentChildren;
}

function IconButton({ label, onGo, children }: WayProps) {
  return (
    <button type="button" class="icon-button" title={label} aria-label={label} onClick={onGo}>
      <svg viewBox="0 0 20 20" aria-hidden="true">
        {children}
      </svg>
    </button>
  );
}
