import { downloadZip } from 'client-zip';

interface ZippedFile {
  readonly name: string;
  readonly text: string;
}

/** Texts as files of one zip; `day` is when each is said to have been changed. */
export function zipFiles(files: readonly ZippedFile[], day: string): Promise<Blob> {
  const lastModified = new Date(`${day}T00:00:00`);
  return downloadZip(files.map(({ name, text }) => ({ name, input: text, lastModified }))).blob();
}
