import axe from 'axe-core';

/**
 * What axe finds wrong with what is shown, one line a fault. Nothing is drawn here, so colours and sizes are left to
 * the same check in real browsers.
 */
export async function findFaults(element: Element): Promise<string[]> {
  const { violations } = await axe.run(element, {
    rules: { 'color-contrast': { enabled: false }, 'target-size': { enabled: false } },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
