/** A stand-in for the browser's session storage, which outlives the background. */
export function createSession() {
  const stored = new Map<string, unknown>();
  return {
    async get(key: unknown): Promise<Record<string, unknown>> {
      return Object.fromEntries([...stored].filter(([each]) => key === each));
    },
    async set(items: Record<string, unknown>): Promise<void> {
      for (const [key, value] of Object.entries(items)) stored.set(key, value);
    },
  };
}
