import { useId } from 'preact/hooks';
import type { IsoDate } from '../../core/model/ids.ts';

interface Props {
  readonly label: string;
  readonly day: IsoDate | null;
  readonly onChange: (day: IsoDate | null) => void;
}

/** A day, or none. While a year is typed browsers give it as of the first century, which the bounds keep out. */
export function OwnDayField({ label, day, onChange }: Props) {
  const id = useId();
  return (
    <div class="follow-field">
      <label class="follow-label" for={id}>
        {label}
      </label>
      <input
        id={id}
        class="follow-input"
        type="date"
        min="2000-01-01"
        max="2999-12-31"
        value={day ?? ''}
        onChange={({ currentTarget: { value, validity } }) => {
          if (validity.valid) onChange(value === '' ? null : value);
        }}
      />
    </div>
  );
}
