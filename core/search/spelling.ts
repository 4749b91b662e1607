/** A shorter word, or one with a figure in it, is not taken for another. */
const MIN_LETTERS = 4;

/** Whether a word is one that may be mistyped. */
export function mayBeMistyped(word: string): boolean {
  return word.length >= MIN_LETTERS && !/\d/.test(word);
}

/** Whether two different words are one letter apart: one more, one fewer, another, or two that changed places. */
export function isOneLetterAway(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1 || short === long) return false;
  let same = 0;
  while (same < short.length && short.charCodeAt(same) === long.charCodeAt(same)) same += 1;
  if (long.length > short.length) return short.slice(same) === long.slice(same + 1);
  if (short.slice(same + 1) === long.slice(same + 1)) return true;
  const isSwapped = short[same] === long[same + 1] && short[same + 1] === long[same];
  return isSwapped && short.slice(same + 2) === long.slice(same + 2);
}
