import { expect, test, vi } from 'vitest';
import { oncePerSession } from '../../../entrypoints/background/once-per-session.ts';
import { createSession } from './session.ts';

test('what is cut off with the background is done when it wakes, and what is done is not done again', async () => {
  const session = createSession();
  const cutOff = vi.fn(() => new Promise(() => {}));
  void oncePerSession(session, cutOff);
  await vi.waitFor(() => expect(cutOff).toHaveBeenCalledOnce());
  const done = vi.fn(async () => {});
  await oncePerSession(session, done);
  await oncePerSession(session, done);
  expect(done).toHaveBeenCalledOnce();
});

test('what fails is done again', async () => {
  const session = createSession();
  await expect(oncePerSession(session, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  const done = vi.fn(async () => {});
  await oncePerSession(session, done);
  expect(done).toHaveBeenCalledOnce();
});
