/** What is stored is not what was stored. */
export class Damage extends Error {
  override readonly name = 'DataError';
}

/** What something else names is there; throws where it is not. */
export function present<Value>(stored: Value | undefined): Value {
  if (stored === undefined) throw new Damage('a row is missing');
  return stored;
}
