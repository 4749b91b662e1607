/**
 * What is made when it is first asked for, and then kept. The background is read anew each time that it wakes, so what a
 * script makes while it is read delays every answer, also those that have no need of it.
 */
export function onFirstUse<Made>(make: () => Made): () => Made {
  let made: { readonly value: Made } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
