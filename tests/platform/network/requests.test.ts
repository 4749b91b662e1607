import { expect, test, vi } from 'vitest';
import { createRequests, type Doors } from '../../../platform/network/requests.ts';
import { NOON, openDoors, PROFILE } from './doors.ts';

const HOST = 'app.example';
const MINUTE = 60_000;

/** Doors at which a server answers in the order of a list, the last answer again and again. */
function answering(...answers: readonly (() => Response)[]) {
  const { world, doors } = openDoors();
  let place = 0;
  const send = vi.fn<NonNullable<Doors['fetch']>>(async () => {
    const answer = answers[Math.min(place++, answers.length - 1)];
    if (answer === undefined) throw new TypeError('Failed to fetch');
    return answer();
  });
  return { world, send, doors, requests: createRequests({ ...doors, fetch: send }) };
}

const fine = () => Response.json({ did: 'did:plc:x' });
const busy = (headers?: HeadersInit) => () =>
  new Response('<h1>Too many</h1>', { status: 429, headers: { ...headers } });

test('what is asked says nothing about the reader', async () => {
  const { send, requests } = answering(fine);
  expect(await requests.ask(PROFILE)).toEqual({ ok: true, value: { did: 'did:plc:x' } });
  const { signal, ...how } = send.mock.calls[0]?.[1] ?? {};
  expect(send.mock.calls[0]?.[0]).toBe('https://app.example/xrpc/app.bsky.actor.getProfile?actor=someone.example');
  expect(how).toEqual({
    method: 'GET',
    headers: { accept: 'application/json', 'accept-language': 'en' },
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    redirect: 'manual',
    cache: 'no-store',
  });
  expect(signal?.aborted).toBe(false);
});

test.each(['refresh', 'accounts', 'ask'] as const)(
  'nothing is asked to %s before the reader allows that',
  async (purpose) => {
    const { world, send, requests } = answering(fine);
    world.consent = { ...world.consent, on: { ...world.consent.on, [purpose]: false } };
    const refused = { ok: false, error: { kind: 'not-allowed', purpose } };
    expect(await requests.ask({ ...PROFILE, purpose })).toEqual(refused);
    expect(send).not.toHaveBeenCalled();
    expect(world.log).toEqual([]);
  },
);

test.each(['turn', 'wait'])('what was allowed may be taken back until it is sent, also in its %s', async (moment) => {
  const { world, send, doors } = answering(fine);
  const takeBack = () => {
    world.consent = { ...world.consent, on: { ...world.consent.on, accounts: false } };
  };
  world.lastRequests.set(HOST, NOON);
  const requests = createRequests({
    ...doors,
    fetch: send,
    inTurn: async (act) => {
      if (moment === 'turn') takeBack();
      return act();
    },
    wait: async () => takeBack(),
  });
  expect(await requests.ask(PROFILE)).toEqual({ ok: false, error: { kind: 'not-allowed', purpose: 'accounts' } });
  expect(send).not.toHaveBeenCalled();
});

test('what is taken back while it is under way is ended, and is no failure of the host', async () => {
  const { world, doors } = openDoors();
  const requests = createRequests({
    ...doors,
    fetch: (_, { signal }) =>
      new Promise((_, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason));
        world.consent = { ...world.consent, on: { ...world.consent.on, accounts: false } };
        for (const tell of world.watchers) tell(world.consent);
      }),
  });
  expect(await requests.ask(PROFILE)).toEqual({ ok: false, error: { kind: 'not-allowed', purpose: 'accounts' } });
  expect(world.pauses.size).toBe(0);
  expect(world.watchers.size).toBe(0);
  expect(world.log.at(-1)?.outcome).toBe('not-allowed');
});

test('a host to which the browser would name this installation is not asked', async () => {
  const { world, send, requests } = answering(fine);
  world.isUnnamed = false;
  expect(await requests.ask(PROFILE)).toEqual({ ok: false, error: { kind: 'withheld', host: HOST } });
  expect(send).not.toHaveBeenCalled();
  expect(world.log).toEqual([]);
});

test('nothing is waited for between the last look at what is allowed and the request', async () => {
  const { doors, send } = answering(fine);
  const order: string[] = [];
  const slowly = async () => void (await new Promise((resolve) => setTimeout(resolve, 5)));
  const requests = createRequests({
    ...doors,
    log: { sent: slowly, outcome: slowly },
    lastRequests: { read: doors.lastRequests.read, keep: slowly },
    readConsent: () => {
      order.push('allowed');
      setTimeout(() => order.push('later'));
      return doors.readConsent();
    },
    fetch: (...how) => {
      order.push('sent');
      return send(...how);
    },
  });
  await requests.ask(PROFILE);
  expect(order[order.lastIndexOf('allowed') + 1]).toBe('sent');
});

test('requests are sent one at a time, a quarter of a second after the end of the one before', async () => {
  const { world, doors } = openDoors();
  const times: number[] = [];
  let open = 0;
  const requests = createRequests({
    ...doors,
    fetch: async () => {
      expect(++open).toBe(1);
      times.push(world.now - NOON);
      await new Promise((resolve) => setTimeout(resolve, 1));
      world.now += 1000;
      open--;
      return fine();
    },
  });
  await Promise.all([1, 2, 3].map(() => requests.ask(PROFILE)));
  expect(times).toEqual([0, 1250, 2500]);
});

test('another host is not waited for, and the same one also by a background that was stopped', async () => {
  const { world, doors, requests } = answering(fine);
  await requests.ask(PROFILE);
  await requests.ask({ ...PROFILE, service: 'plc', path: '/did:plc:x' });
  expect(world.waits).toEqual([]);
  world.now += 100;
  await createRequests(doors).ask(PROFILE);
  expect(world.waits).toEqual([150]);
});

test('a clock that was set back makes nobody wait longer', async () => {
  const { world, requests } = answering(fine);
  world.lastRequests.set(HOST, NOON + 1e9);
  world.pauses.set(HOST, { failures: 1, until: NOON + 1e9 });
  expect((await requests.ask(PROFILE)).ok).toBe(true);
  expect(world.waits).toEqual([250]);
});

test('a host that asks for a pause gets it, and is not asked before', async () => {
  const { world, send, requests } = answering(busy({ 'retry-after': '297' }), fine);
  const limited = { ok: false, error: { kind: 'limited', until: NOON + 297_000, isPaused: false } };
  expect(await requests.ask(PROFILE)).toEqual(limited);
  world.now = NOON + 296_999;
  expect(await requests.ask(PROFILE)).toEqual(limited);
  expect(send).toHaveBeenCalledOnce();
  expect(world.log).toHaveLength(1);
  expect((await requests.ask({ ...PROFILE, service: 'plc' })).ok).toBe(true);
  world.now = NOON + 297_000;
  expect((await requests.ask(PROFILE)).ok).toBe(true);
});

test('a paused host is told at once, not when it is its turn', async () => {
  const { world, doors } = openDoors();
  world.pauses.set(HOST, { failures: 3, until: NOON + MINUTE });
  const requests = createRequests({ ...doors, inTurn: () => new Promise(() => {}) });
  expect(await requests.ask(PROFILE)).toEqual({
    ok: false,
    error: { kind: 'limited', until: NOON + MINUTE, isPaused: true },
  });
});

test.each([
  ['429 without headers', busy(), { kind: 'limited', isPaused: true }],
  ['503', () => Response.json({ error: 'Busy' }, { status: 503 }), { kind: 'status', status: 503, error: 'Busy' }],
  [
    'a page',
    () => new Response('<p>Sign in', { headers: { 'content-type': 'text/html' } }),
    { kind: 'unreadable', why: 'html' },
  ],
  [
    'a page that refuses',
    () => new Response('<p>Blocked', { status: 403 }),
    { kind: 'status', status: 403, error: null },
  ],
] as const)(
  'each time that a host answers with %s it is left alone longer, until it answers well',
  async (_, bad, said) => {
    const { world, send, requests } = answering(bad, bad, bad, fine, bad);
    for (const minutes of [1, 2, 4]) {
      const failed = await requests.ask(PROFILE);
      const until = world.now + minutes * MINUTE;
      if (minutes === 4) expect(failed).toMatchObject({ error: { ...said, until } });
      expect(await requests.ask(PROFILE)).toMatchObject({ error: { kind: 'limited', until, isPaused: minutes === 4 } });
      world.now = until;
    }
    expect(send).toHaveBeenCalledTimes(3);
    expect((await requests.ask(PROFILE)).ok).toBe(true);
    expect(world.pauses.size).toBe(0);
    await requests.ask(PROFILE);
    expect(world.pauses.get(HOST)?.failures).toBe(1);
  },
);

test('a refusal in the protocol’s own words ends a pause, for the host answers as it should', async () => {
  const { world, requests } = answering(() => Response.json({ error: 'AccountDeactivated' }, { status: 400 }));
  world.pauses.set(HOST, { failures: 2, until: NOON });
  expect(await requests.ask(PROFILE)).toMatchObject({
    error: { kind: 'status', error: 'AccountDeactivated', until: null },
  });
  expect(world.pauses.size).toBe(0);
});

test.each([
  ['no answer', undefined, { kind: 'unreachable' }],
  ['nonsense', () => new Response('null'), { kind: 'unreadable', why: 'unexpected', until: null }],
])('%s is told, and says nothing of how busy the host is', async (_, answer, error) => {
  const { world, requests } = answering(...(answer === undefined ? [] : [answer]));
  world.pauses.set(HOST, { failures: 2, until: NOON });
  expect(await requests.ask(PROFILE)).toEqual({ ok: false, error });
  expect(world.pauses.get(HOST)).toEqual({ failures: 2, until: NOON });
});

test('a browser without network is told as that', async () => {
  const { doors } = answering();
  const requests = createRequests({ ...doors, fetch: () => Promise.reject(new TypeError()), isOffline: () => true });
  expect(await requests.ask(PROFILE)).toEqual({ ok: false, error: { kind: 'offline' } });
});

test('a redirect that the browser hides is told', async () => {
  const { doors } = answering();
  const hidden = Object.defineProperties(new Response(), { type: { value: 'opaqueredirect' }, status: { value: 0 } });
  expect(await createRequests({ ...doors, fetch: async () => hidden }).ask(PROFILE)).toEqual({
    ok: false,
    error: { kind: 'redirected' },
  });
});

test('every request is written down before it is answered, and then how it went', async () => {
  const { world, doors } = openDoors();
  const begun = { host: HOST, what: 'app.bsky.actor.getProfile', purpose: 'accounts', at: NOON };
  const requests = createRequests({
    ...doors,
    fetch: async () => {
      await vi.waitFor(() => expect(world.log).toEqual([{ ...begun, outcome: 'under-way', status: null, bytes: 0 }]));
      return new Response('{"ok":1}', { status: 400 });
    },
  });
  await requests.ask(PROFILE);
  expect(world.log).toEqual([{ ...begun, outcome: 'status', status: 400, bytes: 8 }]);
});

test('who asked may end it: before its turn, while it waits, and while it goes on', async () => {
  const { world, send, doors } = answering(fine);
  const cancelled = { ok: false, error: { kind: 'cancelled' } };
  const ended = AbortSignal.abort();
  const inTurn: Doors['inTurn'] = async (act, signal) => {
    signal.throwIfAborted();
    return act();
  };
  expect(await createRequests({ ...doors, fetch: send, inTurn }).ask({ ...PROFILE, signal: ended })).toEqual(cancelled);
  const waiting = new AbortController();
  world.lastRequests.set(HOST, NOON);
  const wait = async () => waiting.abort();
  expect(await createRequests({ ...doors, fetch: send, wait }).ask({ ...PROFILE, signal: waiting.signal })).toEqual(
    cancelled,
  );
  expect(send).not.toHaveBeenCalled();
  const going = new AbortController();
  const hang: Doors['fetch'] = (_, { signal }) =>
    new Promise((_, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason));
      going.abort();
    });
  expect(await createRequests({ ...doors, fetch: hang }).ask({ ...PROFILE, signal: going.signal })).toEqual(cancelled);
  expect(world.log.map(({ outcome }) => outcome)).toEqual(['cancelled']);
});

test('a browser that stores nothing is not asked to send in silence', async () => {
  const { doors, send } = answering(fine);
  const full = { ...doors.log, sent: () => Promise.reject(new Error('full')) };
  await expect(createRequests({ ...doors, fetch: send, log: full }).ask(PROFILE)).rejects.toThrow('full');
});
