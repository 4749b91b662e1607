import { fail, type Result, succeed } from '../result.ts';
import type { Failure } from './failure.ts';
import { isLong, type Pause } from './pause.ts';

/** What a server answered. `text` is null where it is no UTF-8. */
export interface Answer {
  readonly status: number;
  readonly contentType: string | null;
  readonly text: string | null;
}

const LONGEST_SAID = 500;

/** Whether the server has too much to do, or something else than what was asked answered for it. */
export function asksForPause(answer: Answer): boolean {
  return answer.status === 429 || answer.status >= 500 || isHtml(answer);
}

/** The object that was asked for. `pause` is what the answer comes to, null where its host may be asked again at once. */
export function readAnswer(answer: Answer, pause: Pause | null): Result<unknown, Failure> {
  const { status } = answer;
  const until = pause?.until ?? null;
  if (status === 429 && pause !== null) return fail(limitedBy(pause));
  const read = readJson(answer.text);
  if (status < 200 || status > 299)
    return fail({ kind: 'status', status, error: sayOf(read, 'error'), message: sayOf(read, 'message'), until });
  if (isHtml(answer)) return fail({ kind: 'unreadable', why: 'html', until });
  if (read === undefined) return fail({ kind: 'unreadable', why: 'not-json', until });
  return isObject(read) ? succeed(read) : fail({ kind: 'unreadable', why: 'unexpected', until });
}

export function limitedBy(pause: Pause): Failure {
  return { kind: 'limited', until: pause.until, isPaused: isLong(pause) };
}

/** JSON begins otherwise, also where its server calls it HTML. */
function isHtml({ contentType, text }: Answer): boolean {
  const body = text ?? '';
  return /^\s*</.test(body) || (/\bhtml\b/i.test(contentType ?? '') && !/^\s*\{/.test(body));
}

/** Undefined where it is none, which JSON cannot say. */
function readJson(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sayOf(read: unknown, name: 'error' | 'message'): string | null {
  const said = isObject(read) ? Reflect.get(read, name) : null;
  return typeof said === 'string' ? said.slice(0, LONGEST_SAID) : null;
}
