import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface GroupProps {
  readonly title: string;
  readonly about: string;
  /** For a group that comes later: the ids that Preact gives begin anew when the page is drawn anew. */
  readonly id?: string;
  readonly children: ComponentChildren;
}

/** Settings that belong together: what they are about stands in the margin. */
export function Group({ title, about, id: own, children }: GroupProps) {
  const given = useId();
  const id = own ?? given;
  return (
    <section class="group" aria-labelledby={id}>
      <div>
        <h2 class="page-heading" id={id}>
          {title}
        </h2>
        <p class="about">{about}</p>
      </div>
      <div class="controls">{children}</div>
    </section>
  );
}

interface SwitchProps {
  readonly label: string;
  readonly about: string;
  readonly on: boolean;
  readonly onSwitch: (on: boolean) => void;
}

export function Switch({ label, about, on, onSwitch }: SwitchProps) {
  const id = useId();
  return (
    <div class="row">
      <div>
        <label class="label" for={id}>
          {label}
        </label>
        <p class="about" id={`${id}-about`}>
          {about}
        </p>
      </div>
      <input
        id={id}
        type="checkbox"
        class="switch"
        aria-describedby={`${id}-about`}
        checked={on}
        onChange={(event) => onSwitch(event.currentTarget.checked)}
      />
    </div>
  );
}
