import { expect, test } from 'vitest';
import { type Answer, asksForPause, readAnswer } from '../../../core/network/read-answer.ts';

const answer = (status: number, text: string | null, contentType = 'application/json'): Answer => ({
  status,
  contentType,
  text,
});
const PAUSE = { failures: 1, until: 9 };

test.each([
  [answer(200, '{"feed":[]}'), { feed: [] }],
  [answer(200, ' \n{"a":1}', 'text/plain'), { a: 1 }],
  [answer(200, '{"html":true}', 'text/html; charset=utf-8'), { html: true }],
])('%j is read', (given, value) => {
  expect(readAnswer(given, null)).toEqual({ ok: true, value });
  expect(asksForPause(given)).toBe(false);
});

test.each([
  [answer(200, '<!doctype html><p>Sign in', 'text/html'), 'html', true],
  [answer(200, '\n<html>'), 'html', true],
  [answer(200, '', 'text/html'), 'html', true],
  [answer(200, ''), 'not-json', false],
  [answer(200, null), 'not-json', false],
  [answer(200, '{"feed":['), 'not-json', false],
  [answer(200, '[]'), 'unexpected', false],
  [answer(200, 'null'), 'unexpected', false],
  [answer(200, '"<p>"'), 'unexpected', false],
])('%j is unreadable: %s', (given, why, pauses) => {
  expect(readAnswer(given, null)).toEqual({ ok: false, error: { kind: 'unreadable', why, until: null } });
  expect(asksForPause(given)).toBe(pauses);
});

test.each([
  [answer(400, '{"error":"AccountDeactivated","message":"Account is deactivated"}'), 'AccountDeactivated', false],
  [answer(404, '{"error":7,"message":"Account is deactivated"}'), null, false],
  [answer(503, '{"error":"AccountDeactivated","message":"Account is deactivated"}'), 'AccountDeactivated', true],
])('%j is told as the server says it', (given, error, pauses) => {
  expect(readAnswer(given, PAUSE)).toEqual({
    ok: false,
    error: { kind: 'status', status: given.status, error, message: 'Account is deactivated', until: 9 },
  });
  expect(asksForPause(given)).toBe(pauses);
});

test.each([answer(403, '<h1>Blocked</h1>', 'text/html'), answer(403, '[]'), answer(403, null)])(
  '%j says nothing in words',
  (given) => {
    expect(readAnswer(given, null)).toEqual({
      ok: false,
      error: { kind: 'status', status: 403, error: null, message: null, until: null },
    });
  },
);

test('what a server says is cut off', () => {
  const read = readAnswer(answer(400, JSON.stringify({ message: 'x'.repeat(9999) })), null);
  expect(read).toMatchObject({ error: { message: 'x'.repeat(500) } });
});

test('too many requests are told with when to ask again', () => {
  const given = answer(429, '{"error":"RateLimitExceeded"}');
  expect(asksForPause(given)).toBe(true);
  expect(readAnswer(given, PAUSE)).toEqual({ ok: false, error: { kind: 'limited', until: 9, isPaused: false } });
  expect(readAnswer(given, { failures: 3, until: 9 })).toMatchObject({ error: { isPaused: true } });
});
