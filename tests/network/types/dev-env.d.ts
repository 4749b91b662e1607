// What is used of @atproto/dev-env. Its own types are there only where it is installed, and are many.

interface Server {
  readonly url: string;
}

export interface PdsOptions {
  readonly hostname: string;
  readonly didPlcUrl?: string;
  readonly rateLimitsEnabled?: boolean;
}

export declare class TestPds implements Server {
  static create(options: PdsOptions): Promise<TestPds>;
  readonly url: string;
  readonly ctx: { readonly idResolver: object };
  close(): Promise<void>;
}

export interface TestBsky extends Server {
  readonly db: { readonly pool: { query(sql: string, values: readonly unknown[]): Promise<{ rows: unknown[] }> } };
  readonly ctx: {
    readonly dataplane: object;
    readonly featureGatesClient: { scope(context: object): { checkGate(gate: string): boolean } };
  };
}

export declare class TestNetwork {
  static create(options: {
    readonly dbPostgresUrl: string;
    readonly dbPostgresSchema: string;
    readonly pds: PdsOptions;
  }): Promise<TestNetwork>;
  readonly plc: Server;
  readonly pds: TestPds;
  readonly bsky: TestBsky;
  processAll(timeout: number): Promise<void>;
  close(): Promise<void>;
}

/** Has handles of a PDS be resolved by asking it, as there is no DNS. */
export declare function mockResolvers(idResolver: object, pds: TestPds): void;
export declare const EXAMPLE_LABELER: string;
