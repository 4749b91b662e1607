import { useWords } from './words.ts';

/** Pixels that an arrow key moves the card. */
const STEP = 24;
const STEPS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['ArrowLeft', [-STEP, 0]],
  ['ArrowRight', [STEP, 0]],
  ['ArrowUp', [0, -STEP]],
  ['ArrowDown', [0, STEP]],
]);

const GRIP = 'M5 3h2v2H5zm4 0h2v2H9zM5 7h2v2H5zm4 0h2v2H9zm-4 4h2v2H5zm4 0h2v2H9z';
const PIN = 'M5 1h6v1l-1 1v4l2.5 2v1.5h-4V15l-.5 1-.5-1v-4.500h-4V9L6 7V3L5 2z';
const CROSS =
  'm3.700 2.300 4.300 4.300 4.300-4.300 1.400 1.400L9.400 8l4.300 4.300-1.400 1.400L8 9.400l-4.300 4.300-1.400-1.400L6.600 8 2.300 3.700z';

interface Props {
  readonly isPinned: boolean;
  readonly onPin: () => void;
  readonly onClose: () => void;
  /** By how much to move the card, in pixels. */
  readonly onStep: (x: number, y: number) => void;
}

/** The top of a card: what moves, pins and closes it. */
export function CardBar({ isPinned, onPin, onClose, onStep }: Props) {
  const translate = useWords();
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS.get(event.key);
    if (step === undefined) return;
    event.preventDefault();
    onStep(...step);
  };
  return (
    <div class="card-bar">
      <button type="button" class="handle" {...named(translate('card_move'))} onKeyDown={onKeyDown}>
        <Icon path={GRIP} />
      </button>
      <button type="button" class="pin" {...named(translate('card_pin'))} aria-pressed={isPinned} onClick={onPin}>
        <Icon path={PIN} />
      </button>
      <button type="button" class="close" {...named(translate('card_close'))} onClick={onClose}>
        <Icon path={CROSS} />
      </button>
    </div>
  );
}

function named(name: string) {
  return { 'aria-label': name, title: name };
}

function Icon({ path }: { readonly path: string }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
