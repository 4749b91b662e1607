import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { IsoDate } from '../core/model/ids.ts';
import { useWords } from './words.ts';

interface Props {
  readonly id: string;
  readonly class: string;
  /** Of the line that says that a day is not kept. */
  readonly faultClass: string;
  readonly day: IsoDate | null;
  readonly onChange: (day: IsoDate | null) => void;
}

/** While a year is typed browsers give it as of the first century, which the bounds keep out. */
const FIRST = '1900-01-01';
const LAST = '2999-12-31';
/** A year as many write it, once it is left so: of this century. One digit may be half of two. */
const SHORT_YEAR = /^00(?=[1-9]\d-)/;

/** A day, or none. What is typed is never written over, and what cannot be kept is said once the field is left. */
export function DayInput({ id, class: className, faultClass, day, onChange }: Props) {
  const translate = useWords();
  const field = useRef<HTMLInputElement>(null);
  /** What the field was told of last, or has told itself. */
  const known = useRef<IsoDate | null | undefined>(undefined);
  const [isUnkept, setUnkept] = useState(false);
  useLayoutEffect(() => {
    if (field.current === null || day === known.current) return;
    known.current = day;
    field.current.value = day ?? '';
    setUnkept(false);
  }, [day]);
  const tell = (value: string) => {
    known.current = value === '' ? null : value;
    onChange(known.current);
  };
  const leave = (input: HTMLInputElement) => {
    if (SHORT_YEAR.test(input.value)) {
      input.value = input.value.replace(SHORT_YEAR, '20');
      tell(input.value);
    }
    setUnkept(!input.validity.valid);
  };
  return (
    <>
      <input
        ref={field}
        id={id}
        class={className}
        type="date"
        min={FIRST}
        max={LAST}
        aria-describedby={isUnkept ? `${id}-fault` : undefined}
        onChange={({ currentTarget: { value, validity } }) => {
          if (validity.valid) tell(value);
        }}
        onBlur={({ currentTarget }) => leave(currentTarget)}
      />
      {isUnkept && (
        <p class={faultClass} id={`${id}-fault`} role="alert">
          {translate('day_not_kept')}
        </p>
      )}
    </>
  );
}
