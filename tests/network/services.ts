import { mockResolvers, TestNetwork, TestPds } from '@atproto/dev-env';
import type { Control, Label } from './control.ts';
import { offerSearch } from './link-search.ts';

/** Letters and underscores only. */
const SCHEMA = 'gloss';
/** The labeler that the AppView follows. */
const LABELER = 'did:example:labeler';

/** How long the AppView may take to catch up, in ms. */
const PATIENCE = 60_000;

export interface Services {
  readonly appView: string;
  readonly pds: string;
  readonly plc: string;
  readonly control: Control;
  close(): Promise<void>;
}

/** Starts a directory of identities (PLC), a PDS and an AppView in this process, as Bluesky's packages have them. */
export async function startServices(postgres: string): Promise<Services> {
  const network = await TestNetwork.create({
    dbPostgresUrl: postgres,
    dbPostgresSchema: SCHEMA,
    pds: { hostname: 'localhost' },
  });
  const limited: TestPds[] = [];
  return {
    appView: network.bsky.url,
    pds: network.pds.url,
    plc: network.plc.url,
    control: {
      processAll: () => network.processAll(PATIENCE),
      label: (label) => putLabel(network, label),
      offerSearch: async (isOffered) => offerSearch(network.bsky, isOffered),
      limitedPds: async () => {
        const pds = await startLimitedPds(network.plc.url);
        limited.push(pds);
        return pds.url;
      },
    },
    close: async () => {
      await Promise.all(limited.map((pds) => pds.close()));
      await network.close();
    },
  };
}

async function startLimitedPds(plc: string): Promise<TestPds> {
  const pds = await TestPds.create({ didPlcUrl: plc, hostname: 'localhost', rateLimitsEnabled: true });
  mockResolvers(pds.ctx.idResolver, pds);
  return pds;
}

async function putLabel({ bsky }: TestNetwork, { uri, val, neg = false }: Label): Promise<void> {
  await bsky.db.pool.query(
    `INSERT INTO label (src, uri, cid, val, neg, cts) VALUES ($1, $2, '', $3, $4, $5)
     ON CONFLICT (src, uri, cid, val) DO UPDATE SET neg = excluded.neg, cts = excluded.cts`,
    [LABELER, uri, val, neg, new Date().toISOString()],
  );
}
