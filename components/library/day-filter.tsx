import { useId } from 'preact/hooks';
import type { IsoDate } from '../../core/model/ids.ts';
import { DayInput } from '../day-input.tsx';
import { useWords } from '../words.ts';

interface Props {
  /** Null where everything up to, or from, the other is wanted. */
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly onChange: (from: IsoDate | null, to: IsoDate | null) => void;
}

/** The days between which hits are looked for. */
export function DayFilter({ from, to, onChange }: Props) {
  const translate = useWords();
  return (
    <fieldset class="filter filter-days">
      <legend class="filter-title">{translate('filter_days')}</legend>
      <DayField label={translate('filter_from')} day={from} onChange={(day) => onChange(day, to)} />
      <DayField label={translate('filter_to')} day={to} onChange={(day) => onChange(from, day)} />
    </fieldset>
  );
}

interface FieldProps {
  readonly label: string;
  readonly day: IsoDate | null;
  readonly onChange: (day: IsoDate | null) => void;
}

function DayField({ label, day, onChange }: FieldProps) {
  const id = useId();
  return (
    <>
      <label class="filter-name" for={id}>
        {label}
      </label>
      <DayInput id={id} class="filter-field" faultClass="filter-fault" day={day} onChange={onChange} />
    </>
  );
}
