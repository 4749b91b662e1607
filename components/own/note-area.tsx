import { useLayoutEffect, useRef } from 'preact/hooks';
import { MAX_WRITTEN_LENGTH } from '../../core/own/forms.ts';

interface Props {
  readonly text: string;
  readonly label: string;
  /** Ids of what says more of it. */
  readonly describedBy?: string;
  /** Whether the focus comes to it when it is there. */
  readonly isReached?: boolean;
  readonly onWrite: (text: string) => void;
  readonly onBlur: () => void;
  readonly onEscape: () => void;
}

/** A field that is as high as its text. A text that comes from elsewhere leaves the caret where it is. */
export function NoteArea({ text, label, describedBy, isReached = false, onWrite, onBlur, onEscape }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    if (field.current !== null) putText(field.current, text);
  }, [text]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus comes once.
  useLayoutEffect(() => {
    if (!isReached || field.current === null) return;
    field.current.focus();
    field.current.setSelectionRange(text.length, text.length);
  }, []);
  return (
    <div class="note-room" data-text={text}>
      <textarea
        ref={field}
        class="note-area"
        dir="auto"
        rows={2}
        maxLength={MAX_WRITTEN_LENGTH}
        aria-label={label}
        aria-describedby={describedBy}
        onInput={({ currentTarget }) => onWrite(currentTarget.value)}
        onBlur={onBlur}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.isComposing) return;
          // It is for the field, and neither for what it stands in nor for the browser.
          event.preventDefault();
          event.stopPropagation();
          onEscape();
        }}
      />
    </div>
  );
}

/** Only what is other is put in place, so that selection and caret stay at their words. */
function putText(field: HTMLTextAreaElement, text: string): void {
  const { value } = field;
  if (value === text) return;
  const shorter = Math.min(value.length, text.length);
  let start = 0;
  while (start < shorter && value[start] === text[start]) start += 1;
  let end = 0;
  while (end < shorter - start && value.at(-1 - end) === text.at(-1 - end)) end += 1;
  field.setRangeText(text.slice(start, text.length - end), start, value.length - end, 'preserve');
}
