import { isRealTime } from './real-times.ts';

/** Whether a value that was stored is what its type says. */
export type Check = (value: unknown) => boolean;

/** A check for each field of a type: a field that is added to the type is missed here by the compiler. */
export type Shape<Type> = { readonly [Field in keyof Type]-?: Check };

export const isText: Check = (value) => typeof value === 'string';
export const isFilled: Check = (value) => typeof value === 'string' && value !== '';
export const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value);
export const isTime: Check = isRealTime;
export const isTruth: Check = (value) => typeof value === 'boolean';

export function isTextLike(form: RegExp): Check {
  return (value) => typeof value === 'string' && form.test(value);
}

export function isOneOf(...values: readonly unknown[]): Check {
  return (value) => values.includes(value);
}

export function isNullOr(check: Check): Check {
  return (value) => value === null || check(value);
}

export function isListOf(check: Check): Check {
  return (value) => Array.isArray(value) && value.every(check);
}

export function isFilledListOf(check: Check): Check {
  return (value) => Array.isArray(value) && value.length > 0 && value.every(check);
}

/** Further fields do no harm. */
export function hasShape<Type>(shape: Shape<Type>): Check {
  const fields = Object.entries(shape) as [string, Check][];
  return (value) =>
    typeof value === 'object' && value !== null && fields.every(([name, check]) => check(Reflect.get(value, name)));
}
