import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import { useWords } from './words.ts';

/** Puts a text on the clipboard; false where the browser refuses. */
export type CopyText = (text: string) => boolean | Promise<boolean>;

/** Null where there is no clipboard to copy to: then nothing offers to. */
export const Copying = createContext<CopyText | null>(null);

/** Milliseconds for which a button says what became of it. */
const COPIED_SHOWN_MS = 2000;

interface Props {
  readonly label: string;
  /** What the button is for, where its label is too short to tell it from others. */
  readonly title: string;
  /** Made only when it is copied. */
  readonly text: () => string;
}

/** Copies a text, and says in its own place and to screen readers that it did. */
export function CopyButton({ label, title, text }: Props) {
  const translate = useWords();
  const copy = useContext(Copying);
  const [told, setTold] = useState<'copied' | 'copy_failed' | null>(null);
  useEffect(() => {
    if (told === null) return;
    const timer = setTimeout(() => setTold(null), COPIED_SHOWN_MS);
    return () => clearTimeout(timer);
  }, [told]);
  if (copy === null) return null;
  const onClick = async () => setTold((await copy(text())) ? 'copied' : 'copy_failed');
  return (
    <>
      <button
        type="button"
        class={`action copy ${told ?? ''}`}
        aria-label={told === null ? title : undefined}
        title={title}
        onClick={onClick}
      >
        {told === null ? label : translate(told)}
      </button>
      <span role="status" class="unseen">
        {told !== null && translate(told)}
      </span>
    </>
  );
}
