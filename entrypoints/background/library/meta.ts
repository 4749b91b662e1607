import type { Meta } from './schema.ts';

/** A transaction over the store, or over more of them. */
interface WithMeta {
  objectStore(name: 'meta'): { get(key: keyof Meta): Promise<Meta[keyof Meta] | undefined> };
}

/** One thing that the library knows of itself; undefined where it does not. */
export async function readMeta<Key extends keyof Meta>(
  transaction: WithMeta,
  key: Key,
): Promise<Meta[Key] | undefined> {
  // Whatever writes it is held to the same type.
  return (await transaction.objectStore('meta').get(key)) as Meta[Key] | undefined;
}
