import { inject } from 'vitest';
import type { NetworkAddresses } from './control.ts';
import { reachNetwork, type SharedNetwork } from './network.ts';

/** The network that all files share: others have their accounts there, too. */
export async function joinNetwork(): Promise<SharedNetwork> {
  const response = await fetch(inject('network'));
  if (!response.ok) throw new Error(await response.text());
  return reachNetwork((await response.json()) as NetworkAddresses);
}
