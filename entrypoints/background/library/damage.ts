import { Damage } from '../../../core/postings/damage.ts';

/** A row that another names is there; throws where it is not. */
export function present<Value>(row: Value | undefined): Value {
  if (row === undefined) throw new Damage('a row is missing');
  return row;
}
