/** Whether a line below a text can be seen where the text is: it has the colour that the text is filled with. */
export function hasLineColour({ color, webkitTextFillColor: fill }: CSSStyleDeclaration): boolean {
  // In Firefox the line has the text's colour, whatever it is filled with.
  return isOpaque(fill) && (!import.meta.env.FIREFOX || fill === color);
}

export function hasSameColour(one: CSSStyleDeclaration, other: CSSStyleDeclaration): boolean {
  return one.color === other.color && one.webkitTextFillColor === other.webkitTextFillColor && one.fill === other.fill;
}

/** Whether a colour, as browsers compute it, is more than a breath. https://drafts.csswg.org/css-color-4/#serializing-color-values */
export function isOpaque(colour: string): boolean {
  const [, alpha = '1'] = /(?:^rgba\(.*,|\/)\s*([\d.e-]+)\)$/.exec(colour) ?? [];
  return Number(alpha) > 0.05;
}
