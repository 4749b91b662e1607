/** What is stored is not what was stored. */
export class Damage extends Error {
  override readonly name = 'DataError';
}
