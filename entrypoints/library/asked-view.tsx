import type { ComponentChildren } from 'preact';
import { Gone, NotLoaded, Outdated, Waiting } from '../../components/library/browse/states.tsx';
import type { Asked } from './use-asked.ts';

interface Props<Answer> {
  readonly asked: Asked<Answer | null>;
  /** Where to go on where the library no longer holds what the address names. */
  readonly next?: Parameters<typeof Gone>[0]['next'];
  readonly children: (answer: Answer) => ComponentChildren;
}

/** What came of a question: the view, or why there is none. What was there before stays until there is something newer. */
export function AskedView<Answer>({ asked: { answer, state, tryAgain }, next, children }: Props<Answer>) {
  if (answer === undefined) return state === 'failed' ? <NotLoaded onTryAgain={tryAgain} /> : <Waiting />;
  if (answer === null) return <Gone next={next} />;
  return (
    <>
      {state === 'failed' && <Outdated onTryAgain={tryAgain} />}
      {children(answer)}
    </>
  );
}
