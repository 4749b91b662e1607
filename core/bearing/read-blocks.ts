import type { Steps } from '../steps.ts';
import { piecesOf } from '../text/pieces.ts';
import { type Span, splitSentences } from '../text/sentences.ts';
import { seenText } from '../text/unseen-letters.ts';
import { createReadKeys, type Key, kindWeight, type ReadKeys } from './keys.ts';

/** A sentence with its keys; its offsets and theirs are within the block. */
export interface Sentence extends Span {
  readonly blockIndex: number;
  readonly keys: readonly Key[];
}

type LooseSentence = Omit<Sentence, 'blockIndex'>;

/** A page's sentences in order, and where its words stand. */
export interface ReadPage {
  readonly blocks: readonly string[];
  readonly sentences: readonly Sentence[];
  /** The numbers of the sentences that hold a key, rising. */
  readonly having: ReadonlyMap<string, readonly number[]>;
  /** How much a key tells on this page. */
  readonly weigh: (key: string) => number;
  /** The same for what so many of its sentences hold. */
  readonly rarity: (count: number) => number;
  readonly read: ReadKeys;
}

/** In a shorter text a word's rarity says little. */
const MIN_SENTENCES = 100;
/** Nobody writes such sentences; what is longer is a table or has no punctuation, and no passage. */
const MAX_KEYS = 80;

/** Reads a page's blocks, a step each, and more in long ones. Linear in their length. */
export function* readBlocks(blocks: readonly string[]): Steps<ReadPage> {
  const read = createReadKeys();
  const sentences: Sentence[] = [];
  const having = new Map<string, number[]>();
  for (const [blockIndex, block] of blocks.entries()) {
    for (const { start, end } of piecesOf(block)) {
      for (const sentence of readSentences(block.slice(start, end), read)) {
        note(having, sentence, sentences.length);
        sentences.push({ blockIndex, ...moved(sentence, start), keys: sentence.keys.map((key) => moved(key, start)) });
      }
      yield;
    }
  }
  const size = Math.log(Math.max(MIN_SENTENCES, sentences.length));
  const rarity = (count: number) => Math.max(0, 1 - Math.log(Math.max(1, count)) / size);
  const weigh = (key: string) => kindWeight(key) * rarity(having.get(key)?.length ?? 0);
  return { blocks, sentences, having, weigh, rarity, read };
}

function readSentences(text: string, read: ReadKeys): LooseSentence[] {
  const seen = seenText(text);
  return splitSentences(seen.text).map((sentence) => {
    const keys = read(seen.text.slice(sentence.start, sentence.end)).map((key) => ({
      key: key.key,
      family: key.family,
      ...seen.spanOf(moved(key, sentence.start)),
    }));
    return { ...seen.spanOf(sentence), keys: keys.length > MAX_KEYS ? [] : keys };
  });
}

function note(having: Map<string, number[]>, { keys }: LooseSentence, number: number): void {
  for (const { key } of keys) {
    const list = having.get(key);
    if (list === undefined) having.set(key, [number]);
    else if (list.at(-1) !== number) list.push(number);
  }
}

/** A run of sentences of one block, as the page writes it. */
export function textOf(run: readonly Sentence[], { blocks }: ReadPage): string {
  const { blockIndex = -1, start = 0 } = run[0] ?? {};
  return blocks[blockIndex]?.slice(start, run.at(-1)?.end) ?? '';
}

function moved<Moved extends Span>(span: Moved, by: number): Moved {
  return { ...span, start: span.start + by, end: span.end + by };
}
