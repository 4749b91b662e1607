import type { ComponentChildren } from 'preact';

interface Props {
  /** Names the part: the ids that Preact gives begin anew when the page is drawn anew. */
  readonly id: string;
  readonly title: string;
  readonly about?: string;
  readonly children: ComponentChildren;
}

/** A part of what is done with accounts, in a box of its own. */
export function Part({ id, title, about, children }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: there are many of these, too many for landmarks.
    <div class="controls" role="group" aria-labelledby={id}>
      <div class="accounts-row">
        <h2 class="accounts-heading" id={id}>
          {title}
        </h2>
        {about !== undefined && <p class="about">{about}</p>}
      </div>
      {children}
    </div>
  );
}
