// Runs one of the project's TypeScript scripts under the Node of the project, and installs the packages first
// where they are missing. Plain JavaScript, because the Node that starts it may be as old as 20.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const node = `${root}node_modules/.bin/node`;
const [script, ...rest] = process.argv.slice(2);

if (!existsSync(node) || !existsSync(`${root}node_modules/.bin/wxt`)) {
  console.log('Installing packages (npm install --no-save) …');
  const { status } = spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}
const { status } = spawnSync(node, [`${root}scripts/${script}`, ...rest], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PATH: `${root}node_modules/.bin:${process.env.PATH}` },
});
process.exit(status ?? 1);
