/**
 * What is made when it is first asked for, and then kept. Above all for lists that a script would make while it is read: the
 * background is read anew each time that it wakes, and they would delay every answer, also those that have no need of them.
 */
export function onFirstUse<Made>(make: () => Made): () => Made {
  let made: { readonly value: Made } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
