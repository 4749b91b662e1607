import { mkdir } from 'node:fs/promises';
import { keepStartedProfile } from '../../scripts/browsers/started-profile.ts';

/** Vitest's name for what is done before the tests of a project. */
export async function setup(): Promise<void> {
  // For the pictures that tests take.
  await mkdir('pictures', { recursive: true });
  await keepStartedProfile();
}
