import type { PassageRemark } from '../../components/passage-remarks.tsx';
import type { FoundPassage } from '../../core/protocol/passages.ts';
import { mainPart } from './main-part.ts';
import { readParagraphs } from './read-paragraphs.ts';

/** A passage of the page, and what is said about it; one for each place where the page has its text. */
export interface PlacedPassage {
  readonly id: string;
  readonly range: Range;
  readonly remarks: readonly PassageRemark[];
}

/** Asks which passages of the page the posts are about; the page is read here and compared in the background. */
export async function findPassagesInPage(
  find: (paragraphs: readonly string[]) => Promise<readonly FoundPassage[]>,
): Promise<PlacedPassage[]> {
  const main = mainPart();
  const paragraphs = main === null ? [] : readParagraphs(main);
  const found = await find(paragraphs.map(({ text }) => text));
  return found.flatMap(({ paragraph, start, end, remarks }) => {
    const ranges = paragraphs[paragraph]?.rangesOf(start, end) ?? [];
    return ranges.map((range, copy) => ({ id: `${paragraph}:${start}-${end}/${copy}`, range, remarks }));
  });
}
