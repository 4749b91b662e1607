import { spawnSync } from 'node:child_process';

/** Runs `web-ext lint` on the Firefox build. Only Preact's own two uses of `innerHTML` are let through. */
const ALLOWED = 'UNSAFE_VAR_ASSIGNMENT';

interface Finding {
  readonly code: string;
  readonly message: string;
  readonly file?: string;
}

const { stdout, stderr } = spawnSync(
  'web-ext',
  ['lint', '--source-dir', '.output/firefox-mv3', '--output', 'json', '--no-config-discovery'],
  { encoding: 'utf8' },
);
const report = JSON.parse(stdout || '{}') as Partial<Record<'errors' | 'warnings' | 'notices', Finding[]>>;
if (report.errors === undefined) throw new Error(`web-ext lint gave no report: ${stderr}`);
const findings = [...report.errors, ...(report.warnings ?? [])].filter(({ code }) => code !== ALLOWED);
for (const { code, message, file } of findings) console.error(`${code} ${file ?? ''}: ${message}`);
console.log(`${findings.length} findings beside Preact's own`);
process.exitCode = findings.length === 0 ? 0 : 1;
