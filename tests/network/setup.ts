import { createServer } from 'node:http';
import type { TestProject } from 'vitest/node';
import { addressOf } from './control.ts';
import { install } from './install.ts';
import { launchNetwork } from './network.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Who asks there is told the addresses of the network that all files share. */
    readonly network: string;
  }
}

/** Vitest's name for what is done before the tests of a project; what it gives is done after them. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  install();
  let launching: ReturnType<typeof launchNetwork> | null = null;
  // It is started by the first that needs it.
  const server = createServer((_, response) => {
    launching ??= launchNetwork();
    launching.then(
      ({ addresses }) => response.end(JSON.stringify(addresses)),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  project.provide('network', addressOf(server));
  return async () => {
    server.close();
    const launched = await launching?.catch(() => null);
    await launched?.stop();
  };
}
