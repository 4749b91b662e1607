import { expect, test, vi } from 'vitest';
import { oncePerSession } from '../../../entrypoints/background/once-per-session.ts';

/** A stand-in for what outlives the background. */
const session = vi.hoisted(() => ({ stored: {} as Record<string, unknown> }));

vi.mock('webextension-polyfill', () => ({
  default: {
    storage: {
      session: {
        get: async (key: string) => (key in session.stored ? { [key]: session.stored[key] } : {}),
        set: async (items: object) => void Object.assign(session.stored, items),
      },
    },
  },
}));

test('what is cut off with the background is done when it wakes, and what is done is not done again', async () => {
  const cutOff = vi.fn(() => new Promise(() => {}));
  void oncePerSession(cutOff);
  await vi.waitFor(() => expect(cutOff).toHaveBeenCalledOnce());
  const done = vi.fn(async () => {});
  await oncePerSession(done);
  await oncePerSession(done);
  expect(done).toHaveBeenCalledOnce();
});
