/** What a parser gives back: the whole value, or the one fault that stopped it. Never a part. */
export type Result<Value, Fault> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Fault };

/** A fault in a text, with its place: lines and columns count from 1, columns in UTF-16 units. */
export interface ParseFault {
  readonly line: number;
  readonly column: number;
  readonly expected: string;
  /** The beginning of what stood there instead, at most 60 UTF-16 units. */
  readonly found: string;
}

export function succeed<Value>(value: Value): Result<Value, never> {
  return { ok: true, value };
}

export function fail<Fault>(error: Fault): Result<never, Fault> {
  return { ok: false, error };
}

/** One line for a person: `line 12, column 1: expected a blank line, found "Preview"`. */
export function describeFault(fault: ParseFault): string {
  const found = fault.found === '' ? 'nothing' : JSON.stringify(fault.found);
  return `line ${fault.line}, column ${fault.column}: expected ${fault.expected}, found ${found}`;
}
