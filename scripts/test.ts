import { spawn } from 'node:child_process';

interface Step {
  readonly name: string;
  /** What is run side by side. */
  readonly commands: readonly string[];
}

const step = (name: string, ...commands: readonly string[]): Step => ({ name, commands });

/** Those that measure how soon something is drawn need the machine for themselves; tests are chosen by their full names. */
const TIMED = 'drawn (soon|at once)';
const inBrowser = (browser: string) => `vitest run --project e2e -t "^(?!.*${TIMED}).* in ${browser}"`;

/** `npm test`: every check of the project, one after another, up to the first that fails. */
const steps: readonly Step[] = [
  step('format and lint', 'biome ci .'),
  step('types', 'tsc --noEmit'),
  step('dead code', 'knip'),
  step('unit tests', 'vitest run --project unit'),
  step('build for Chrome', 'wxt build'),
  step('build for Firefox', 'wxt build -b firefox --mv3'),
  step('size budgets', 'size-limit'),
  step('add-on lint', 'node scripts/lint-addon.ts'),
  step('end to end, in Chromium and Firefox side by side', inBrowser('chrome'), inBrowser('firefox')),
  step('end to end, how soon', `vitest run --project e2e -t "${TIMED}"`),
];

const started = performance.now();
for (const [index, { name, commands }] of steps.entries()) {
  console.log(`\n── ${name}: ${commands.join(', ')}`);
  const start = performance.now();
  const results = await Promise.all(commands.map((command) => run(command, commands.length > 1)));
  const status = Math.max(...results);
  console.log(`── ${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${seconds(start)} s`);
  if (status !== 0) {
    console.log(`\n${index} passed, 1 failed`);
    process.exit(status);
  }
}
console.log(`\nAll checks in ${seconds(started)} s`);
console.log(`${steps.length} passed, 0 failed`);

/** Gives the exit code. What is run beside something else is printed when it has ended, in one piece. */
function run(command: string, isBeside: boolean): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const child = spawn(command, { shell: true, stdio: isBeside ? ['ignore', 'pipe', 'pipe'] : 'inherit' });
  const printed: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => printed.push(chunk));
  child.on('close', (status) => {
    process.stdout.write(Buffer.concat(printed));
    resolve(status ?? 1);
  });
  return promise;
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(1);
}
