export type RequestOf<Requests, Name extends keyof Requests> = Requests[Name] extends (
  request: infer Request,
) => unknown
  ? Request
  : never;

export type AnswerOf<Requests, Name extends keyof Requests> = Requests[Name] extends (request: never) => infer Answer
  ? Answer
  : never;

/** Sends one request of a map and gives its answer; rejects with the reason where the other side failed. */
export type Ask<Requests> = <Name extends keyof Requests>(
  name: Name,
  request: RequestOf<Requests, Name>,
) => Promise<AnswerOf<Requests, Name>>;

/** The answers of one side, one function a request; `From` is what is known of who asks. */
export type Answers<Requests, From> = {
  readonly [Name in keyof Requests]: (
    request: RequestOf<Requests, Name>,
    from: From,
  ) => AnswerOf<Requests, Name> | Promise<AnswerOf<Requests, Name>>;
};

type Send = (message: unknown) => Promise<unknown>;

/** Asks once; rejects also where no answer comes back: none of the maps has `undefined` for one. */
export function createAsk<Requests>(send: Send): Ask<Requests> {
  return async (name, request) => {
    const answer = await send({ name, request });
    if (answer === undefined) throw new Error(`No answer to ${String(name)}.`);
    // The other side is written against the same map, so its answer has the type that the map gives.
    return answer as Awaited<ReturnType<Ask<Requests>>>;
  };
}

/** Asks the background, and once more where that fails: browsers stop a background also while it answers. */
export function createBackgroundAsk<Requests>(send: Send): Ask<Requests> {
  const askOnce = createAsk<Requests>(send);
  return (name, request) => askOnce(name, request).catch(() => askOnce(name, request));
}

/** The answer to a message, or null where it is none of this map. */
export function answerMessage<Requests, From>(
  answers: Answers<Requests, From>,
  message: unknown,
  from: From,
): Promise<unknown> | null {
  const { name, request } = (message ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof name !== 'string' || request === undefined || !Object.hasOwn(answers, name)) return null;
  const answer = answers[name as keyof Requests] as (request: unknown, from: From) => unknown;
  return Promise.resolve().then(() => answer(request, from));
}
