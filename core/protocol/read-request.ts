import { fail, type Result, succeed } from '../result.ts';
import type { BackgroundRequests } from './background-requests.ts';
import { FORMS } from './forms.ts';
import { ASKERS, type Asker } from './senders.ts';

/** A request that its asker may make, in the form that it has to have. */
export interface ReadRequest {
  readonly name: keyof BackgroundRequests;
  readonly request: unknown;
}

/** Reads a message to the background as a request; the fault in words where it is refused, null where it is none. */
export function readRequest(message: unknown, asker: Asker | null): Result<ReadRequest, string> | null {
  if (typeof message !== 'object' || message === null || !('name' in message)) return null;
  const { name } = message;
  if (typeof name !== 'string' || !isRequest(name)) return null;
  const askers: readonly Asker[] = ASKERS[name];
  if (asker === null || !askers.includes(asker)) return fail(`${name} is not for who asks`);
  const request = FORMS[name](Reflect.get(message, 'request'));
  return request === undefined ? fail(`${name} has another form`) : succeed({ name, request });
}

function isRequest(name: string): name is keyof BackgroundRequests {
  return Object.hasOwn(FORMS, name);
}
