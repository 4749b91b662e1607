/** Why a text could not be kept. */
export type Unkept = 'full' | 'failed';

/** What became of the last words of a draft. */
export type Keeping = 'kept' | 'keeping' | Unkept;

export function isUnkept(keeping: Keeping): keeping is Unkept {
  return keeping === 'full' || keeping === 'failed';
}

/** Has one text take the place of another in what is stored; null where it is kept. A rejection is a failure. */
export type Keep = (from: string, to: string) => Promise<Unkept | null>;

/** A text while it is written: it is kept by itself, and tried again where it could not be. */
export interface Draft {
  read(): DraftState;
  write(text: string): void;
  /** Writes it as it was when its reader began; what that takes away can be had back. */
  undo(): void;
  redo(): void;
  /** Has what is written kept at once: the page may be about to go. */
  flush(): void;
  /** The same, and tells whether it is kept. */
  settle(): Promise<boolean>;
  /** Takes over what is stored by now, and gives true where the text is another for it; what is not kept yet stays. */
  learn(texts: readonly string[]): boolean;
  /** Undo leads to what is stored now. */
  open(): void;
}

export interface DraftState {
  readonly text: string;
  /** The stored text whose place this takes. */
  readonly stored: string;
  /** As it was when its reader began to write, or when what was stored elsewhere was taken over. */
  readonly opened: string;
  /** What an undo has taken away, until something else is written; null for nothing. */
  readonly undone: string | null;
  readonly keeping: Keeping;
}

/** Milliseconds after the last key, and those from the first unkept one after which there is no more waiting. */
const REST = 300;
const LONGEST = 1000;
/** Milliseconds until what could not be kept is tried again. */
export const RETRY = 2000;

export function createDraft(start: string, keep: Keep, tell: () => void): Draft {
  let text = start;
  let opened = start;
  let undone: string | null = null;
  let stored = start;
  /** The last text that was handed over. */
  let sent = start;
  /** What may be stored though no answer said so. */
  let unanswered: string[] = [];
  let underWay = 0;
  let latest = Promise.resolve(true);
  let unkept: Unkept | null = null;
  let rest: Timer;
  let longest: Timer;

  const wait = () => {
    clearTimeout(rest);
    rest = setTimeout(goOn, REST);
    longest ??= setTimeout(goOn, LONGEST);
  };
  const stopWaiting = () => {
    clearTimeout(rest);
    clearTimeout(longest);
    longest = undefined;
  };
  const goOn = () => {
    stopWaiting();
    if (underWay === 0) flush();
  };
  /** Hands over also while another is under way: the background takes them in turn. */
  const flush = () => {
    stopWaiting();
    if (text !== sent || unkept !== null) latest = hand(sent, text);
  };
  const hand = async (from: string, to: string): Promise<boolean> => {
    underWay += 1;
    sent = to;
    unanswered.push(to);
    tell();
    const outcome = await keep(from, to).catch((): Unkept => 'failed');
    underWay -= 1;
    unkept = outcome;
    if (outcome === null) {
      stored = to;
      unanswered = [];
    } else if (underWay === 0) sent = stored;
    if (underWay === 0) {
      if (outcome !== null) rest = setTimeout(goOn, RETRY);
      else if (text !== sent) wait();
    }
    tell();
    return outcome === null;
  };
  const put = (next: string) => {
    text = next;
    wait();
    tell();
  };
  return {
    read: () => ({
      text,
      stored,
      opened,
      undone,
      keeping: unkept ?? (text === stored && underWay === 0 ? 'kept' : 'keeping'),
    }),
    write(next) {
      undone = null;
      put(next);
    },
    undo() {
      undone = text;
      put(opened);
    },
    redo() {
      const next = undone ?? text;
      undone = null;
      put(next);
    },
    flush,
    settle() {
      flush();
      return latest;
    },
    learn(texts) {
      if (underWay > 0 || texts.includes(stored)) return false;
      const isClean = text === stored;
      const own = unanswered.findLast((each) => texts.includes(each));
      if (own === undefined && !isClean) return false;
      const [latest = ''] = texts;
      stored = own ?? latest;
      sent = stored;
      unanswered = [];
      // What another window wrote is not to be undone here.
      if (isClean && text !== stored) [text, opened, undone] = [stored, stored, null];
      return isClean;
    },
    open() {
      opened = text;
      undone = null;
    },
  };
}

type Timer = ReturnType<typeof setTimeout> | undefined;
