export type Scheme = 'light' | 'dark';

/** Opacity from which a background hides what is behind it. */
const COVERS = 0.5;

/** Whether the page is light or dark at an element: by the background there, or by the reader's wish where it has none. */
export function schemeAt(element: Element): Scheme {
  for (let at: Element | null = element; at !== null; at = parentOf(at)) {
    const brightness = brightnessOf(getComputedStyle(at).backgroundColor);
    if (brightness !== null) return brightness < 0.5 ? 'dark' : 'light';
  }
  const isDark = /\bdark\b/.test(getComputedStyle(document.documentElement).colorScheme);
  return isDark && matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

/** Between 0 and 1; null where the colour lets through what is behind it, or is given in a form that is not common. */
function brightnessOf(colour: string): number | null {
  const [red, green, blue, alpha = 1] = /^rgba?\(/.test(colour) ? (colour.match(/[\d.]+/g) ?? []).map(Number) : [];
  if (red === undefined || green === undefined || blue === undefined || alpha < COVERS) return null;
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
}
