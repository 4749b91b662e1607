/** What `look` finds, within ten seconds. Throws where it finds nothing. */
export async function waitFor<Found>(look: () => Promise<Found | undefined>): Promise<Found> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const found = await look();
    if (found !== undefined) return found;
    await pause(100);
  }
  throw new Error('What was to be pictured did not appear.');
}

/** What moves or fades has come to rest. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
