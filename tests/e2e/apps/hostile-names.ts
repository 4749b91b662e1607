/**
 * Writes into the page, while it is read, a form with a field for each name that the browser's forms have, an image for
 * each that its documents have, and an element with each id that scripts of extensions look for. Runs in the page.
 */
export function writeHostileNames(ids: readonly string[]): void {
  const namesOf = (object: object | null): string[] =>
    object === null ? [] : [...Object.getOwnPropertyNames(object), ...namesOf(Object.getPrototypeOf(object))];
  const fields = namesOf(HTMLFormElement.prototype).map((name) => `<input type="hidden" name="${name}">`);
  const images = namesOf(HTMLDocument.prototype).map((name) => `<img alt="" name="${name}">`);
  const named = ids.map((id) => `<i id="${id}"></i>`);
  // The images last: from then on the document's own properties are out of reach.
  document.write(`<form>${fields.join('')}${String(Reflect.get(window, 'content'))}</form>${named.join('')}`);
  document.write(images.join(''));
}
