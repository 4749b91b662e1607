import type { Blob, PostRecord, RecordRef } from './records.ts';
import { selfLabels } from './records.ts';
import { xrpc } from './xrpc.ts';

export interface AccountOptions {
  /** Ends in `.test`. Some names are reserved. */
  readonly handle: string;
  readonly displayName?: string;
  readonly bio?: string;
  /** What the account says of itself, such as `!no-unauthenticated`. */
  readonly labels?: readonly string[];
}

/** A post whose root and parent are records, or places in the list of posts that it is written with. */
export interface NewPost extends Omit<PostRecord, 'reply'> {
  readonly reply?: { readonly root: RecordRef | number; readonly parent: RecordRef | number };
}

/** How many writes a PDS takes at once. */
const MAX_WRITES = 200;

/** Creates an account on a PDS that asks for no invitation, with a profile. */
export async function createAccount(pds: string, options: AccountOptions): Promise<Account> {
  const { handle, displayName, bio, labels } = options;
  const { did, accessJwt } = (await xrpc(pds, 'com.atproto.server.createAccount', {
    body: { handle, email: `${handle}@mail.example`, password: crypto.randomUUID() },
  })) as { did: string; accessJwt: string };
  const account = new Account(pds, did, handle, accessJwt);
  await account.putRecord('app.bsky.actor.profile', 'self', {
    ...(displayName !== undefined && { displayName }),
    ...(bio !== undefined && { description: bio }),
    ...(labels !== undefined && { labels: selfLabels(labels) }),
  });
  return account;
}

/** Somebody who is signed in at a PDS, and what they do there. */
export class Account {
  readonly pds: string;
  readonly did: string;
  /** The one it was created with. */
  readonly handle: string;
  readonly #authorization: string;

  constructor(pds: string, did: string, handle: string, accessJwt: string) {
    this.pds = pds;
    this.did = did;
    this.handle = handle;
    this.#authorization = `Bearer ${accessJwt}`;
  }

  /** Writes posts, as many at once as their replies to one another allow. The answer is in the same order. */
  async post(...posts: readonly NewPost[]): Promise<readonly RecordRef[]> {
    const written: RecordRef[] = [];
    let waiting: PostRecord[] = [];
    const flush = async () => {
      if (waiting.length > 0) written.push(...(await this.#write(waiting)));
      waiting = [];
    };
    for (const { reply, ...post } of posts) {
      const isReplyToWaiting = [reply?.root, reply?.parent].some(
        (to) => typeof to === 'number' && to >= written.length,
      );
      if (isReplyToWaiting || waiting.length === MAX_WRITES) await flush();
      waiting.push({
        ...post,
        ...(reply && { reply: { root: find(reply.root, written), parent: find(reply.parent, written) } }),
      });
    }
    await flush();
    return written;
  }

  repost(subject: RecordRef, createdAt: string): Promise<RecordRef> {
    return this.createRecord('app.bsky.feed.repost', { subject, createdAt });
  }

  follow(did: string): Promise<RecordRef> {
    return this.createRecord('app.bsky.graph.follow', { subject: did, createdAt: new Date().toISOString() });
  }

  block(did: string): Promise<RecordRef> {
    return this.createRecord('app.bsky.graph.block', { subject: did, createdAt: new Date().toISOString() });
  }

  /** Any record; its kind is also the collection that it goes to. The PDS looks at those of kinds that it knows. */
  async createRecord(collection: string, record: object): Promise<RecordRef> {
    return refOf(
      await this.#ask('com.atproto.repo.createRecord', {
        repo: this.did,
        collection,
        record: { $type: collection, ...record },
      }),
    );
  }

  /** Writes a record in the place of what was there. */
  async putRecord(collection: string, rkey: string, record: object): Promise<RecordRef> {
    return refOf(
      await this.#ask('com.atproto.repo.putRecord', {
        repo: this.did,
        collection,
        rkey,
        record: { $type: collection, ...record },
      }),
    );
  }

  /** Says something else in a post; its address stays. */
  editPost(uri: string, post: PostRecord): Promise<RecordRef> {
    return this.putRecord('app.bsky.feed.post', rkeyOf(uri), post);
  }

  async deletePost(uri: string): Promise<void> {
    await this.#ask('com.atproto.repo.deleteRecord', {
      repo: this.did,
      collection: 'app.bsky.feed.post',
      rkey: rkeyOf(uri),
    });
  }

  async uploadBlob(bytes: Uint8Array, type: string): Promise<Blob> {
    const { blob } = (await this.#ask('com.atproto.repo.uploadBlob', bytes, type)) as { blob: Blob };
    return blob;
  }

  async changeHandle(handle: string): Promise<void> {
    await this.#ask('com.atproto.identity.updateHandle', { handle });
  }

  async deactivate(): Promise<void> {
    await this.#ask('com.atproto.server.deactivateAccount', {});
  }

  async reactivate(): Promise<void> {
    await xrpc(this.pds, 'com.atproto.server.activateAccount', { body: null, authorization: this.#authorization });
  }

  async #write(posts: readonly PostRecord[]): Promise<readonly RecordRef[]> {
    const { results } = (await this.#ask('com.atproto.repo.applyWrites', {
      repo: this.did,
      writes: posts.map((post) => ({
        $type: 'com.atproto.repo.applyWrites#create',
        collection: 'app.bsky.feed.post',
        value: { $type: 'app.bsky.feed.post', ...post },
      })),
    })) as { results: readonly unknown[] };
    return results.map(refOf);
  }

  #ask(method: string, body: object, type?: string): Promise<unknown> {
    return xrpc(this.pds, method, { body, authorization: this.#authorization, ...(type !== undefined && { type }) });
  }
}

function find(to: RecordRef | number, written: readonly RecordRef[]): RecordRef {
  const found = typeof to === 'number' ? written[to] : to;
  if (found === undefined) throw new Error(`A post replies to the later one ${to}`);
  return found;
}

function refOf(answer: unknown): RecordRef {
  const { uri, cid } = answer as RecordRef;
  return { uri, cid };
}

function rkeyOf(uri: string): string {
  return uri.slice(uri.lastIndexOf('/') + 1);
}
