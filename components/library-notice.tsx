import type { LibraryStorage } from '../core/protocol/library-state.ts';
import { useWords } from './words.ts';

/** Why the browser does not keep the library; nothing where it does. */
export function LibraryNotice({
  library,
  ...rest
}: {
  readonly library: LibraryStorage | null;
  readonly class: string;
}) {
  const translate = useWords();
  const because = library?.because ?? null;
  return because === null ? null : <p {...rest}>{translate(`library_${because}`)}</p>;
}
