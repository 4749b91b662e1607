import type { IsoDate } from '../core/model/ids.ts';

interface Props {
  readonly id: string;
  readonly class: string;
  readonly day: IsoDate | null;
  readonly onChange: (day: IsoDate | null) => void;
}

/** A day, or none. While a year is typed browsers give it as of the first century, which the bounds keep out. */
export function DayInput({ id, class: className, day, onChange }: Props) {
  return (
    <input
      id={id}
      class={className}
      type="date"
      min="2000-01-01"
      max="2999-12-31"
      value={day ?? ''}
      onChange={({ currentTarget: { value, validity } }) => {
        if (validity.valid) onChange(value === '' ? null : value);
      }}
    />
  );
}
