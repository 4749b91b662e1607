/** How often it is asked for what takes long, or was cut off; each waits for the one before. */
const TRIES = 30;
/** Milliseconds between two. */
const REST = 1000;

/** The answer to what may be asked for again and again; null where none comes. */
export async function insist<Answer>(ask: () => Promise<Answer>, tries: number = TRIES): Promise<Answer | null> {
  for (let left = tries; left > 0; left -= 1) {
    try {
      return await ask();
    } catch (error) {
      console.error('IfG Gloss is still at it:', error);
      if (left > 1) await new Promise((resolve) => setTimeout(resolve, REST));
    }
  }
  return null;
}
