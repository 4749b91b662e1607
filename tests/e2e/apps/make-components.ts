/**
 * Makes components with a shadow root and a link each, 5,000 at a time, and throws them away when they have been there for
 * long enough to be found. Runs in the page.
 */
export async function makeComponents(count: number, href: string): Promise<void> {
  const atOnce = 5000;
  for (let made = 0; made < count; made += atOnce) {
    const parts = Array.from({ length: atOnce }, (_, index) => {
      const host = document.createElement('div');
      const link = document.createElement('a');
      link.href = `${href}?n=${made + index}`;
      link.textContent = 'report';
      host.attachShadow({ mode: 'open' }).append(link);
      return host;
    });
    document.body.append(...parts);
    await new Promise((resolve) => setTimeout(resolve, 1300));
    for (const part of parts) part.remove();
  }
}
