import type { ComponentChildren } from 'preact';
import { useErrorBoundary, useRef } from 'preact/hooks';
import { useWords } from './words.ts';

interface Props {
  /** What is drawn inside: another one is tried again. */
  readonly of: unknown;
  readonly children: ComponentChildren;
}

/** Says so where what is inside cannot be drawn, as a post without a text; the rest of the page stays. */
export function Guarded({ of, children }: Props) {
  const translate = useWords();
  const failed = useRef<unknown>(null);
  const [error] = useErrorBoundary((thrown: unknown) => {
    failed.current = of;
    console.error('IfG Gloss cannot show this:', of, thrown);
  });
  if (error === undefined || failed.current !== of) return children;
  return (
    <article class="gloss">
      <p class="notice">{translate('gloss_failed')}</p>
    </article>
  );
}
