/**
 * What each word of some lines is taken for: the word at one place of its own line, by default the first. `read` gives the
 * words of a line.
 */
export function joinLines(
  lines: readonly string[],
  read: (line: string) => readonly string[],
  place = 0,
): ReadonlyMap<string, string> {
  return new Map(
    lines.flatMap((line) => {
      const words = read(line);
      return words.map((word) => [word, words.at(place) ?? word] as const);
    }),
  );
}
