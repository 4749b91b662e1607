import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { fail, type Result, succeed } from '../result.ts';
import { type BackupFault, BackupRefusal } from './fault.ts';
import {
  BACKUP_FORMAT,
  BACKUP_VERSION,
  type BackupHead,
  type BackupItem,
  type BackupItems,
  type Counts,
  closingLine,
  EMPTY_COUNTS,
  footLine,
  type Hashes,
  headLine,
  openingLine,
  SECTIONS,
  type Section,
  sectionsOf,
} from './format.ts';
import { ITEM_FORMS } from './item-forms.ts';
import { splitLines } from './lines.ts';
import { unpackFile } from './unpack.ts';

export interface ReadBackup {
  readonly head: BackupHead;
  readonly counts: Counts;
}

type Line = { readonly number: number; readonly text: string; readonly bytes: Uint8Array };

const SHA = /^[\da-f]{64}$/;
/** An instant as `Date` writes it. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
/** JSON spells out what is half a letter. */
const HALF_LETTER = /\\u[dD][89a-fA-F]/;

/**
 * Reads a file to its end, and whether it is a whole and unchanged backup; `onItem` gets each item meanwhile, of which
 * nothing is sure until then. Never rejects but where `onItem` does.
 */
export async function readBackup(
  file: Blob,
  onItem: (item: BackupItem) => Promise<void> | void = () => undefined,
): Promise<Result<ReadBackup, BackupFault>> {
  const reader = new Reader(file);
  try {
    const head = await reader.readHead();
    const counts: Record<Section, number> = { ...EMPTY_COUNTS };
    const hashes: Record<string, string> = { head: reader.headHash };
    const accounts = new Set<string>();
    for (const section of reader.sections) {
      const hash = sha256.create();
      for await (const { line, item } of reader.readSection(section)) {
        hash.update(line.bytes);
        counts[section] += 1;
        if (section === 'accounts') accounts.add((item as BackupItems['accounts']).did);
        if (section === 'posts' && !accounts.has((item as BackupItems['posts']).did)) throw unexpected(line, section);
        const told = onItem({ section, item } as BackupItem);
        if (told !== undefined) await outside(told);
      }
      hashes[section] = bytesToHex(hash.digest());
    }
    await reader.readFoot(counts, hashes as Hashes);
    return succeed({ head, counts });
  } catch (error) {
    if (error instanceof OutsideError) throw error.cause;
    return fail(reader.faultOf(error));
  } finally {
    await reader.close();
  }
}

/** What failed is no fault of the file. */
class OutsideError extends Error {}

function outside(told: Promise<void>): Promise<void> {
  return told.catch((cause: unknown) => {
    throw new OutsideError('', { cause });
  });
}

class Reader {
  readonly #lines: ReturnType<typeof splitLines>;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  #last = 1;
  headHash = '';
  sections: readonly Section[] = SECTIONS;

  constructor(file: Blob) {
    this.#lines = splitLines(unpackFile(file));
  }

  async readHead(): Promise<BackupHead> {
    const line = await this.#next().catch((error: unknown) => {
      // Whatever else begins as a packed file does.
      throw error instanceof BackupRefusal && error.fault.kind !== 'cut'
        ? error
        : new BackupRefusal({ kind: 'foreign' });
    });
    const found = parse(line.text.endsWith('{') ? `${line.text}}}` : line.text);
    if (typeof found !== 'object' || found === null) throw new BackupRefusal({ kind: 'foreign' });
    const { format, version, madeAt, madeBy, hasFeeds } = found as Record<string, unknown>;
    if (format !== BACKUP_FORMAT || typeof version !== 'number') throw new BackupRefusal({ kind: 'foreign' });
    if (version > BACKUP_VERSION)
      throw new BackupRefusal({ kind: 'newer', madeBy: typeof madeBy === 'string' ? madeBy.slice(0, 20) : '' });
    if (typeof madeAt !== 'string' || !INSTANT.test(madeAt) || Number.isNaN(Date.parse(madeAt))) throw unexpected(line);
    if (typeof madeBy !== 'string' || typeof hasFeeds !== 'boolean') throw unexpected(line);
    const head = { madeAt, madeBy, hasFeeds };
    if (line.text !== headLine(head, version)) throw unexpected(line);
    this.sections = sectionsOf(version);
    this.headHash = bytesToHex(sha256(line.bytes));
    return head;
  }

  async *readSection<Name extends Section>(
    section: Name,
  ): AsyncGenerator<{ readonly line: Line; readonly item: BackupItems[Name] }> {
    await this.#expect(openingLine(section), section);
    for (let isLast = false; ; ) {
      const line = await this.#next();
      if (line.text === closingLine(section, this.sections)) return;
      if (isLast) throw unexpected(line, section);
      isLast = !line.text.endsWith(',');
      const item = ITEM_FORMS[section](parse(isLast ? line.text : line.text.slice(0, -1)));
      if (item === undefined) throw unexpected(line, section);
      yield { line, item };
    }
  }

  async readFoot(counts: Counts, hashes: Hashes): Promise<void> {
    const line = await this.#next();
    const found = parse(`{${line.text}`) as { counts?: Partial<Counts>; sha256?: Partial<Hashes> } | undefined;
    for (const section of ['head', ...this.sections] as const) {
      const hash = found?.sha256?.[section];
      if (typeof hash !== 'string' || !SHA.test(hash)) throw unexpected(line);
      const isCounted = section === 'head' || found?.counts?.[section] === counts[section];
      if (hash !== hashes[section] || !isCounted) throw new BackupRefusal({ kind: 'changed', section });
    }
    const own = Object.fromEntries(this.sections.map((section) => [section, counts[section]]));
    if (line.text !== footLine(own, hashes)) throw unexpected(line);
    const more = await this.#lines.next();
    if (!more.done) throw unexpected(more.value);
  }

  async close(): Promise<void> {
    await this.#lines.return(undefined);
  }

  faultOf(error: unknown): BackupFault {
    return error instanceof BackupRefusal ? error.fault : { kind: 'damaged', line: this.#last };
  }

  async #expect(text: string, section: Section): Promise<void> {
    const line = await this.#next();
    if (line.text !== text) throw unexpected(line, section);
  }

  /** Without the end of the line; what ends in the middle of one is cut. */
  async #next(): Promise<Line> {
    const { done, value } = await this.#lines.next();
    if (done) throw new BackupRefusal({ kind: 'cut', line: this.#last });
    this.#last = value.number;
    const text = this.#decoder.decode(value.bytes);
    if (!text.endsWith('\n')) throw new BackupRefusal({ kind: 'cut', line: value.number });
    return { ...value, text: text.slice(0, -1) };
  }
}

/** Undefined where it is no JSON, or nested deeper than a browser reads. A half letter, which not all storage keeps, is replaced as browsers do. */
function parse(text: string): unknown {
  try {
    if (!HALF_LETTER.test(text)) return JSON.parse(text);
    return JSON.parse(text, (_, value: unknown) => (typeof value === 'string' ? value.toWellFormed() : value));
  } catch {
    return undefined;
  }
}

function unexpected({ number: line }: Pick<Line, 'number'>, section: Section | null = null): BackupRefusal {
  return new BackupRefusal({ kind: 'unexpected', line, section });
}
