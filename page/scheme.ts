import { ofDocument } from './dom.ts';
import { drawnIn } from './flat-tree.ts';

export type Scheme = 'light' | 'dark';

/** Opacity from which a background hides what is behind it. */
const COVERS = 0.5;

/** Whether the page is light or dark at an element: by the background there, or by the reader's wish where it has none. */
export function schemeAt(element: Element): Scheme {
  for (let at: Element | null = element; at !== null; at = drawnIn(at)) {
    const brightness = brightnessOf(getComputedStyle(at).backgroundColor);
    if (brightness !== null) return brightness < 0.5 ? 'dark' : 'light';
  }
  const isDark = /\bdark\b/.test(getComputedStyle(ofDocument('documentElement')).colorScheme);
  return isDark && matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/**
 * Between 0 and 1, of a colour as browsers compute it; null where it lets through what is behind it.
 * https://drafts.csswg.org/css-color-4/#serializing-color-values
 */
export function brightnessOf(colour: string): number | null {
  const [, form = '', values = ''] = /^(color\([\w-]+|\w+)[( ]([^)]*)\)$/.exec(colour) ?? [];
  const [first, second, third, alpha = 1] = values
    .replaceAll('none', '0')
    .split(/[\s,/]+/)
    .map(Number);
  if (first === undefined || second === undefined || third === undefined || alpha < COVERS) return null;
  // Lightness, which is 0.6 for the grey that is 0.5 as the others count.
  if (form === 'oklch' || form === 'oklab') return first ** 1.36;
  if (form === 'lch' || form === 'lab') return first / 100;
  return (0.299 * first + 0.587 * second + 0.114 * third) / (form.startsWith('rgb') ? 255 : 1);
}
