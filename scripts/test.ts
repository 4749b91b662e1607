import { spawnSync } from 'node:child_process';

/** `npm test`: every check of the project, one after another, up to the first that fails. */
const steps: readonly (readonly [string, string])[] = [
  ['format and lint', 'biome ci .'],
  ['types', 'tsc --noEmit'],
  ['dead code', 'knip'],
  ['unit tests', 'vitest run --project unit'],
  ['build for Chrome', 'wxt build'],
  ['build for Firefox', 'wxt build -b firefox --mv3'],
  ['size budgets', 'size-limit'],
  ['add-on lint', 'node scripts/lint-addon.ts'],
  ['end to end, in Chromium and Firefox', 'vitest run --project e2e'],
];

const started = performance.now();
for (const [name, command] of steps) {
  console.log(`\n── ${name}: ${command}`);
  const start = performance.now();
  const { status } = spawnSync(command, { shell: true, stdio: 'inherit' });
  console.log(`── ${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${seconds(start)} s`);
  if (status !== 0) {
    console.log(`\n${steps.findIndex((step) => step[0] === name)} passed, 1 failed`);
    process.exit(status ?? 1);
  }
}
console.log(`\nAll checks in ${seconds(started)} s`);
console.log(`${steps.length} passed, 0 failed`);

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(1);
}
