/** The place of each in a list, by its id; of several with one id the last. */
export function placesOf(items: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(items.map(({ id }, place) => [id, place]));
}
