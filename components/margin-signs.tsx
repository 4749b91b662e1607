import { useWords } from './words.ts';

/** A sign beside a passage, in pixels from where the signs begin. */
export interface Sign {
  readonly id: string;
  readonly left: number;
  readonly top: number;
  /** How the passage begins. */
  readonly passage: string;
}

interface Props {
  readonly signs: readonly Sign[];
  /** The one whose remarks are open. */
  readonly current: string | null;
  readonly onOpen: (id: string) => void;
}

/** A sign in the margin for each passage that a post is about. */
export function MarginSigns({ signs, current, onOpen }: Props) {
  const translate = useWords();
  return (
    <>
      {signs.map(({ id, left, top, passage }) => (
        <button
          key={id}
          type="button"
          class="sign"
          style={{ left: `${left}px`, top: `${top}px` }}
          aria-label={translate('passage_sign', passage)}
          aria-expanded={id === current}
          onClick={() => onOpen(id)}
        />
      ))}
    </>
  );
}
