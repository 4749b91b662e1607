/** The beginning of a text, of at most so many UTF-16 units, and of whole characters. */
export function firstOf(text: string, most: number): string {
  if (text.length <= most) return text;
  const isSplit = /[\ud800-\udbff]/.test(text.charAt(most - 1)) && /[\udc00-\udfff]/.test(text.charAt(most));
  return text.slice(0, isSplit ? most - 1 : most);
}
