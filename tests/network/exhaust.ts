import { xrpcAddress } from './xrpc.ts';

/** How many requests are made at a time. */
const AT_ONCE = 20;

/**
 * Asks a PDS that limits how often it is asked until it refuses: some 3,000 times in five minutes, from one address.
 * A repository is counted apart, and is given still. Takes about three seconds.
 */
export async function exhaust(pds: string): Promise<void> {
  const address = xrpcAddress(pds, 'com.atproto.server.describeServer');
  let status = 200;
  const askOn = async () => {
    while (status === 200) {
      const response = await fetch(address);
      await response.arrayBuffer();
      if (response.status !== 200) status = response.status;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, askOn));
  if (status !== 429) throw new Error(`${pds} refuses with ${status}`);
}
