import { useId } from 'preact/hooks';
import type { IsoDate } from '../../core/model/ids.ts';
import { DayInput } from '../day-input.tsx';

interface Props {
  readonly label: string;
  readonly day: IsoDate | null;
  readonly onChange: (day: IsoDate | null) => void;
}

/** A label and a day below it. */
export function OwnDayField({ label, day, onChange }: Props) {
  const id = useId();
  return (
    <div class="follow-field">
      <label class="follow-label" for={id}>
        {label}
      </label>
      <DayInput id={id} class="follow-input" faultClass="follow-keeping follow-unkept" day={day} onChange={onChange} />
    </div>
  );
}
