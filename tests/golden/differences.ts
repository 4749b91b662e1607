const LONGEST = 160;

/**
 * Where two values of plain data differ, a line each: the path, what was there and what is. In a list only the first
 * place is named, for what comes behind it has only moved.
 */
export function findDifferences(was: unknown, is: unknown, path: readonly string[] = []): string[] {
  if (Array.isArray(was) && Array.isArray(is)) return inLists(was, is, path);
  if (isRecord(was) && isRecord(is)) {
    const names = [...new Set([...Object.keys(was), ...Object.keys(is)])];
    return names.flatMap((name) => findDifferences(was[name], is[name], [...path, name]));
  }
  return was === is ? [] : [`${path.join(' › ')}: was ${show(was)}, is ${show(is)}`];
}

function inLists(was: readonly unknown[], is: readonly unknown[], path: readonly string[]): string[] {
  for (let place = 0; place < Math.max(was.length, is.length); place += 1) {
    const found = findDifferences(was[place], is[place], [...path, `${place}`]);
    if (found.length === 0) continue;
    if (was.length === is.length) return found;
    const where = [...path, `${place} (of ${was.length}, now ${is.length})`].join(' › ');
    return [`${where}: was ${show(was[place])}, is ${show(is[place])}`];
  }
  return [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function show(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
