import type { Started } from '../../scripts/browsers/launch.ts';
import { inFirefoxWindow } from '../e2e/firefox-window.ts';

/**
 * Bytes that the running background holds after garbage collection: in Chromium its script's heap with buffers, in Firefox
 * all that is reported of its page (`about:memory`), which is somewhat more.
 */
export async function readMemory(started: Started): Promise<number> {
  return started.extensionRoot.startsWith('moz') ? readPageMemory(started) : readWorkerMemory(started);
}

async function readWorkerMemory({ browser, extensionRoot }: Started): Promise<number> {
  const target = await browser.waitForTarget(
    (each) => each.type() === 'service_worker' && each.url().startsWith(extensionRoot),
  );
  const worker = await target.worker();
  if (worker === null) throw new Error('the background is not running');
  await worker.client.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize } = await worker.client.send('Runtime.getHeapUsage');
  return usedSize + backingStorageSize;
}

async function readPageMemory({ browser, extensionRoot }: Started): Promise<number> {
  const { host } = new URL(extensionRoot);
  const bytes = await inFirefoxWindow(
    browser,
    `(async () => {
      const manager = Cc['@mozilla.org/memory-reporter-manager;1'].getService(Ci.nsIMemoryReporterManager);
      for (let turn = 0; turn < 3; turn += 1) await new Promise((done) => manager.minimizeMemoryUsage(done));
      let bytes = 0;
      const add = (process, path, kind, units, amount) => {
        const isOwn = path.startsWith('explicit/') && path.includes('${host}\\\\_generated_background_page');
        if (isOwn && units === Ci.nsIMemoryReporter.UNITS_BYTES) bytes += amount;
      };
      await new Promise((done) => manager.getReports(add, null, done, null, false));
      return bytes;
    })()`,
  );
  return Number(bytes);
}
