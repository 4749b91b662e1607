/**
 * The texts of a note or of a remark after one of them was changed, `''` for one that was not there or is not to be. What was
 * changed elsewhere in the meantime stays beside it; a change that was made already makes none.
 */
export function changeText(texts: readonly string[], from: string, to: string): readonly string[] {
  const place = from === '' ? -1 : texts.indexOf(from);
  const others = texts.filter((_, at) => at !== place);
  if (to === '' || others.includes(to)) return others;
  return place === -1 ? [to, ...texts] : texts.with(place, to);
}
