import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeArchives } from './release/archives.ts';
import { checksumsOf } from './release/checksums.ts';

/** `npm run zip`: archives of both builds and of the sources, and their checksums, into `.output/release`. */
const FOLDER = '.output/release';

parseArgs();
const archives = await makeArchives('.');
await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });
for (const { name, content } of archives) await writeFile(join(FOLDER, name), content);
const checksums = checksumsOf(archives);
await writeFile(join(FOLDER, 'SHA256SUMS'), checksums);
console.log(`${FOLDER}:\n${checksums}`);
