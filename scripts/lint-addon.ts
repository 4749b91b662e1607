import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Finding, withoutPreacts } from './addon-findings.ts';
import { Refusal } from './refusal.ts';

/** Runs `web-ext lint` on the Firefox build. Only Preact's own uses of `innerHTML` are let through. */
const BUILT = '.output/firefox-mv3';

parseArgs();
if (!existsSync(BUILT)) throw new Refusal(`${BUILT} does not exist: run "npm run build" first.`);
const { stdout, stderr } = spawnSync(`web-ext lint --source-dir ${BUILT} --output json --no-config-discovery`, {
  encoding: 'utf8',
  shell: true,
});
const report = JSON.parse(stdout || '{}') as Partial<Record<'errors' | 'warnings' | 'notices', Finding[]>>;
if (report.errors === undefined) throw new Error(`web-ext lint gave no report: ${stderr}`);
const findings = withoutPreacts([...report.errors, ...(report.warnings ?? [])], (file) =>
  readFileSync(`${BUILT}/${file}`, 'utf8'),
);
for (const { code, message, file, line, column } of findings)
  console.error(`${code} ${file ?? ''}:${line ?? ''}:${column ?? ''}: ${message}`);
console.log(`${findings.length} findings beside Preact's own`);
process.exitCode = findings.length === 0 ? 0 : 1;
