/** An answer to what has a name, as long as it comes in so many milliseconds; rejects where it does not. */
export function inTime<Answer>(answer: Promise<Answer>, name: string, patience: number): Promise<Answer> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(reject, patience, new Error(`No answer to ${name} in time.`));
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
