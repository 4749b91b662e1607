/** Milliseconds for which a page may take to answer. */
const PATIENCE = 500;

/** A page that is busy with itself does not answer; what is known without it is known all the same. */
export function patience(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, PATIENCE));
}
