import type { Purpose } from './purpose.ts';

/**
 * Why the network gave nothing. Instants are milliseconds since 1970; `until` says from when on the host may be asked again,
 * null is at once. What servers say in words is untrusted, and 500 UTF-16 units at most.
 */
export type Failure =
  /** The reader has not switched this on, or has switched it off meanwhile. */
  | { readonly kind: 'not-allowed'; readonly purpose: Purpose }
  /** Not sent: the browser would name this installation to a host that its reader has not let the extension into. */
  | { readonly kind: 'withheld'; readonly host: string }
  /** Whoever asked has ended it. */
  | { readonly kind: 'cancelled' }
  /** The browser knows of no network. */
  | { readonly kind: 'offline' }
  /** No answer, or one that the browser does not let the extension read. */
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'timed-out' }
  /** The server named another address; it was not asked. */
  | { readonly kind: 'redirected' }
  /** More bytes than are read. */
  | { readonly kind: 'too-large'; readonly limit: number }
  | { readonly kind: 'unreadable'; readonly why: Unreadable; readonly until: number | null }
  | {
      readonly kind: 'status';
      readonly status: number;
      /** The name that the protocol has for it, as `AccountDeactivated`, and its words, where the server says so. */
      readonly error: string | null;
      readonly message: string | null;
      readonly until: number | null;
    }
  /** Too many requests, now or a while ago. `isPaused`: the host failed three times or more in a row. */
  | { readonly kind: 'limited'; readonly until: number; readonly isPaused: boolean };

/** `cut`: it ended too early; `unexpected`: it is JSON, and not what was asked for; `circle`: its pages lead back. */
export type Unreadable = 'html' | 'not-json' | 'cut' | 'unexpected' | 'circle';
