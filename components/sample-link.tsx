import type { Sureness } from '../core/model/match.ts';

interface Props {
  readonly sureness: Sureness;
  readonly text: string;
}

/** What a marked link looks like, drawn by the rules that draw it in pages. */
export function SampleLink({ sureness, text }: Props) {
  // biome-ignore lint/a11y/useValidAnchor: it leads nowhere, so the keyboard need not stop at it.
  return <a data-ifg-gloss={sureness}>{text}</a>;
}
