import { expect, test } from 'vitest';
import { createTurns } from '../../../entrypoints/library/backup/in-turns.ts';

test('who does many things lets go of the page once it was held for a while, and not before', async () => {
  let now = 0;
  const done: string[] = [];
  const rest = createTurns(() => now);
  setTimeout(() => done.push('something else'));
  for (let at = 0; at < 100; at += 1) {
    now += 1;
    const turn = rest();
    if (turn !== undefined) {
      done.push(`turn at ${now}`);
      await turn;
    }
  }
  expect(done).toEqual(['turn at 40', 'something else', 'turn at 80']);
});
