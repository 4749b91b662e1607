/** Of a text that is cut, so many UTF-16 units at most from its beginning; no letter is cut in half. */
export function beginningOf(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
}

/** The same from its end. */
export function endOf(text: string, most: number): string {
  return text.length <= most ? text : text.slice(text.length - most).replace(/^[\udc00-\udfff]/, '');
}
