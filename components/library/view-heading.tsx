import { createContext } from 'preact';
import { useContext, useEffect, useRef } from 'preact/hooks';
import { useWords } from '../words.ts';

/** Told of a view's heading when it is there: who asked for the view is led to it. */
export const HeadingShown = createContext<(heading: HTMLElement) => void>(() => {});

interface Props {
  readonly title: string;
  /** For a view whose heading says to the eye what it shows anyway. */
  readonly isUnseen?: boolean;
}

/** A view's own heading, and the title of the page. */
export function ViewHeading({ title, isUnseen = false }: Props) {
  const translate = useWords();
  const tell = useContext(HeadingShown);
  const heading = useRef<HTMLHeadingElement>(null);
  const name = translate('extension_name');
  useEffect(() => {
    if (heading.current !== null) tell(heading.current);
  }, [tell]);
  useEffect(() => {
    document.title = `${title} · ${name}`;
  }, [title, name]);
  return (
    <h1 ref={heading} class={isUnseen ? 'view-title unseen' : 'view-title'} tabIndex={-1}>
      {title}
    </h1>
  );
}
