import type { IsoDate, PostTime } from '../model/ids.ts';
import { isRealDay, isRealPostTime, isRealTime } from '../real-times.ts';

/** Reads a value of any form: what it is read as, or undefined where it has another form. Never throws on plain data. */
export type Read<Value> = (value: unknown) => Value | undefined;

/** A text of so many UTF-16 units at most. */
export function text(most: number): Read<string> {
  return (value) => (typeof value === 'string' && value.length <= most ? value : undefined);
}

/** A text that is kept: what is half a letter in it is replaced as browsers do, for not all that keeps texts takes it. */
export function keptText(most: number): Read<string> {
  const read = text(most);
  return (value) => read(value)?.toWellFormed();
}

/** A whole number from 0 on: the number of a tab, a frame, a mark. */
export const whole: Read<number> = (value) =>
  Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : undefined;

/** Milliseconds since 1970. */
export const time: Read<number> = (value) => (isRealTime(value) ? value : undefined);

/** A minute without its zone, or an instant. */
export const postTime: Read<PostTime> = (value) => (isRealPostTime(value) ? value : undefined);

export const day: Read<IsoDate> = (value) => (isRealDay(value) ? value : undefined);

export const flag: Read<boolean> = (value) => (typeof value === 'boolean' ? value : undefined);

/** What may also not be known. */
export const truthOrNull: Read<boolean | null> = (value) =>
  value === null || typeof value === 'boolean' ? value : undefined;

export function oneOf<Value extends string>(...values: readonly Value[]): Read<Value> {
  return (value) => values.find((each) => each === value);
}

/** A list of so many items at most, all of one form. */
export function listOf<Item>(item: Read<Item>, most: number): Read<readonly Item[]> {
  return (value) => {
    if (!Array.isArray(value) || value.length > most) return undefined;
    const items = Array.from(value, item).filter((each) => each !== undefined);
    return items.length === value.length ? items : undefined;
  };
}

/** Those of a list of so many items at most that are of one form. */
export function thoseOf<Item>(item: Read<Item>, most: number): Read<readonly Item[]> {
  return (value) =>
    Array.isArray(value) && value.length <= most
      ? Array.from(value, item).filter((each) => each !== undefined)
      : undefined;
}

/** An object with such parts; what else it has is left out. */
export function shape<Value extends object>(parts: { readonly [Part in keyof Value]: Read<Value[Part]> }): Read<Value> {
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const read = Object.entries<Read<unknown>>(parts).map(
      ([part, of]) => [part, of(Reflect.get(value, part))] as const,
    );
    // Each part has been read by the reader that the type asks for.
    return read.some(([, part]) => part === undefined) ? undefined : (Object.fromEntries(read) as Value);
  };
}

/**
 * The same, but that what else it has stays as it is behind its parts, for a later version may have written it; `without` names what
 * does not.
 */
export function openShape<Value extends object>(
  parts: { readonly [Part in keyof Value]: Read<Value[Part]> },
  without: readonly string[] = [],
): Read<Value> {
  const read = shape(parts);
  return (value) => {
    const found = read(value);
    if (found === undefined) return undefined;
    // What all objects have stays what it is.
    const isRest = (name: string) => !(name in parts || without.includes(name));
    const rest = Object.entries(Object(value)).filter(([name]) => isRest(name));
    return rest.length === 0 ? found : { ...found, ...Object.fromEntries(rest) };
  };
}

/** What has one of two forms. */
export function either<One, Other>(one: Read<One>, other: Read<Other>): Read<One | Other> {
  return (value) => one(value) ?? other(value);
}

/** What may be null. */
export function orNull<Value>(read: Read<Value>): Read<Value | null> {
  return (value) => (value === null ? null : read(value));
}
