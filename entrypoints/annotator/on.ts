import { hear } from '../../page/hear.ts';
import type { OwnLifetime } from '../../page/lifetime.ts';

/** Hears an event of the whole frame before the page's elements do. */
export type On = <Name extends keyof WindowEventMap>(
  name: Name,
  handle: (event: WindowEventMap[Name]) => unknown,
) => void;

/** Hears what the reader does for as long as the lifetime lasts. */
export function createOn({ signal, heard }: OwnLifetime): On {
  return (name, handle) => hear(name, heard(handle), { capture: true, signal });
}
