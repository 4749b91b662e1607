/** What a server says is any value: these read it, and never throw. */

/** A field of an object; undefined where it has none, or is no object. */
export function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

export function typeOf(value: unknown): unknown {
  return fieldOf(value, '$type');
}

/** The first items of a list; none where the value is no list. */
export function itemsOf(value: unknown, most: number): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, most) : [];
}

/** A text of at most so many UTF-16 units; null for anything else. */
export function textOf(value: unknown, most: number): string | null {
  return typeof value === 'string' && value.length <= most ? value : null;
}

/** A number of things; null for anything else. */
export function countOf(value: unknown): number | null {
  return Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : null;
}
