import type { Translate } from '../../../components/words.ts';
import type { TakeAwayFormat } from '../../../core/take-away/formats.ts';
import type { TakenAway } from '../../../core/take-away/items.ts';
import { saveFile } from '../../../platform/save-file.ts';
import { wordsOfMarkdown, wordsOfReferences } from './words.ts';
import { writeFile } from './write.ts';

/** Saves what is taken away as a file, and gives its name; null where such files hold nothing of it. */
export async function saveTakenAway(
  format: TakeAwayFormat,
  taken: TakenAway,
  translate: Translate,
  language: string | undefined,
): Promise<string | null> {
  const words = { markdown: wordsOfMarkdown(translate, language), references: wordsOfReferences(translate, language) };
  const file = await writeFile(format, taken, words);
  if (file === null) return null;
  saveFile(file.name, file.type, file.content);
  return file.name;
}
