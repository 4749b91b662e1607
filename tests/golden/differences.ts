/** UTF-16 units of a value that are shown, and of what is alike before the difference. */
const LONGEST = 160;
const ALIKE = 40;

/**
 * Where two values of plain data differ, a line each: the path, what was there and what is. In a list only the first
 * place is named, for what comes behind it may only have moved.
 */
export function findDifferences(was: unknown, is: unknown, path: readonly string[] = []): string[] {
  if (Array.isArray(was) && Array.isArray(is)) return inLists(was, is, path);
  if (isRecord(was) && isRecord(is)) {
    const names = [...new Set([...Object.keys(is), ...Object.keys(was)])];
    return names.flatMap((name) => findDifferences(was[name], is[name], [...path, name]));
  }
  return was === is ? [] : [tell(was, is, path)];
}

function inLists(was: readonly unknown[], is: readonly unknown[], path: readonly string[]): string[] {
  for (let place = 0; place < Math.max(was.length, is.length); place += 1) {
    const found = findDifferences(was[place], is[place], [...path, `${place}`]);
    if (found.length === 0) continue;
    if (was.length === is.length) return found;
    return [tell(was[place], is[place], [...path, `${place} (of ${was.length}, now ${is.length})`])];
  }
  return [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function tell(was: unknown, is: unknown, path: readonly string[]): string {
  const [before, now] = [textOf(was), textOf(is)];
  let alike = 0;
  while (alike < before.length && before[alike] === now[alike]) alike += 1;
  const from = Math.max(0, alike - ALIKE);
  return `${path.join(' › ')}: was ${cut(before, from)}, is ${cut(now, from)}`;
}

function textOf(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}

function cut(text: string, from: number): string {
  const shown = text.slice(from, from + LONGEST);
  return `${from > 0 ? '…' : ''}${shown}${from + LONGEST < text.length ? '…' : ''}`;
}
