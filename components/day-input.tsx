import type { IsoDate } from '../core/model/ids.ts';

interface Props {
  readonly id: string;
  readonly class: string;
  readonly day: IsoDate | null;
  readonly onChange: (day: IsoDate | null) => void;
}

/** A year as many write it, once it is left so. */
const SHORT_YEAR = /^00(?=\d\d-)/;

/**
 * A day, or none. While a year is typed browsers give it as of the first century, which the bounds keep out; one that is left
 * with two digits is of this.
 */
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
      onBlur={({ currentTarget }) => {
        if (!SHORT_YEAR.test(currentTarget.value)) return;
        currentTarget.value = currentTarget.value.replace(SHORT_YEAR, '20');
        onChange(currentTarget.value);
      }}
    />
  );
}
