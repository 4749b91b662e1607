import { readFile } from 'node:fs/promises';

/** A file that goes into the build as it is, or with other contents. */
type Asset = { relativeDest: string } & ({ absoluteSrc: string } | { contents: string });

/** Has the files of `_locales` among some go into the build with what is said alone, without what is for translators. */
export async function leaveOutDescriptions(files: Asset[]): Promise<void> {
  for (const [place, file] of files.entries())
    if ('absoluteSrc' in file && /^_locales[\\/]/.test(file.relativeDest)) {
      const contents = withoutDescriptions(await readFile(file.absoluteSrc, 'utf8'));
      files[place] = { relativeDest: file.relativeDest, contents };
    }
}

/** A file of `_locales` with its messages only. */
export function withoutDescriptions(file: string): string {
  const messages = Object.entries(JSON.parse(file) as Record<string, { readonly message: string }>);
  return JSON.stringify(Object.fromEntries(messages.map(([key, { message }]) => [key, { message }])));
}
