// `node scripts/run.mjs SCRIPT.ts|COMMAND [ARGUMENT]...`: runs one of the project's scripts, or a command of its packages,
// under the Node that the lock file names. Installs the packages first where they are not those of the lock file.
// Plain JavaScript, because the Node that starts it may be as old as 20.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** What the project's scripts need, on machines for which no package brings a Node. */
const OLDEST_NODE = 24;
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const WINDOWS = process.platform === 'win32';

const [what = '', ...rest] = process.argv.slice(2);
const script = join(ROOT, 'scripts', what);
if (what === '') end('usage: node scripts/run.mjs SCRIPT.ts|COMMAND [ARGUMENT]...');
if (what.endsWith('.ts') && !existsSync(script)) end(`scripts/${what} does not exist.`);
if (!isInstalled()) install();

const node = findNode();
const bins = [dirname(node), join(ROOT, 'node_modules/.bin')];
const env = {
  ...process.env,
  PATH: [...bins, process.env.PATH].join(delimiter),
  // A build would be another one for it. What needs it sets it.
  NODE_ENV: undefined,
  // What a script starts in turn prints to the same pipe.
  NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --import ${inScripts('closed-pipe.mjs')}`,
};
const command = what.endsWith('.ts') ? ['--import', inScripts('ends.ts'), script] : [findCommand(what)];
const { status } = spawnSync(node, [...command, ...rest], { cwd: ROOT, stdio: 'inherit', env });
process.exit(status ?? 1);

/** The script of a package's command. What `.bin` has of it on Windows needs a shell, which takes arguments apart at spaces. */
function findCommand(name) {
  const installed = Object.entries(readPackages(join(ROOT, 'node_modules/.package-lock.json')));
  const found = installed.find(
    ([path, { bin }]) => bin?.[name] !== undefined && path.lastIndexOf('node_modules/') === 0,
  );
  if (found === undefined) end(`No package has a command ${name}.`);
  const [path, { bin }] = found;
  return join(ROOT, path, bin[name]);
}

/** Whether the installed packages are those of the lock file; what is optional may be missing. */
function isInstalled() {
  const installed = join(ROOT, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  const there = readPackages(installed);
  return Object.entries(readPackages(join(ROOT, 'package-lock.json'))).every(([path, { integrity, optional }]) =>
    path in there ? there[path].integrity === integrity : path === '' || optional === true,
  );
}

function inScripts(name) {
  return pathToFileURL(join(ROOT, 'scripts', name)).href;
}

function readPackages(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}

/** Prints to the standard error, for what a script prints may be read by another program. */
function install() {
  console.error('Installing packages (npm ci) …');
  const installing = spawnSync('npm', ['ci'], { cwd: ROOT, stdio: ['inherit', 2, 'inherit'], shell: WINDOWS });
  if (installing.status !== 0) process.exit(installing.status ?? 1);
}

/**
 * The Node of the package for this machine, of which npm installs only that one. It is not asked for in `.bin`: npm 10
 * makes no link there where packages for other machines have one of the same name.
 */
function findNode() {
  const { optionalDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const file = WINDOWS ? 'bin/node.exe' : 'bin/node';
  const locked = Object.keys(optionalDependencies).map((name) => join(ROOT, 'node_modules', name, file));
  const found = locked.find((path) => existsSync(path));
  if (found === undefined && Number.parseInt(process.versions.node, 10) < OLDEST_NODE)
    end(`There is no package with a Node for this machine: install Node ${OLDEST_NODE} or newer.`);
  return found ?? process.execPath;
}

function end(sentence) {
  console.error(sentence);
  process.exit(2);
}
