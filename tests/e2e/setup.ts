import { mkdir } from 'node:fs/promises';

/** The folder for the pictures that tests take. */
export async function setup(): Promise<void> {
  await mkdir('pictures', { recursive: true });
}
