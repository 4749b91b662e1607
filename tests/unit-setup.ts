import { BroadcastChannel } from 'node:worker_threads';
import { afterAll, vi } from 'vitest';

// Browsers have it, and Node; the page that stands in for one has none.
globalThis.BroadcastChannel ??= BroadcastChannel as unknown as typeof globalThis.BroadcastChannel;

// Each file has its own globals and modules, but the environment and the classes of nodes are those of the file before.
afterAll(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});
