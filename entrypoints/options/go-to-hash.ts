/** Leads to the part of the page that its address names, which is drawn only when the browser has looked for it. */
export function goToHash(): void {
  const part = location.hash === '' ? null : document.getElementById(location.hash.slice(1));
  part?.scrollIntoView();
  part?.querySelector<HTMLElement>('h2[tabindex]')?.focus({ preventScroll: true });
}
