/** The address of a page, wherever in it the reader is. */
export function withoutFragment(address: string): string {
  return address.split('#', 1)[0] ?? address;
}
