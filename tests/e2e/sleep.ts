import type { BrowserName } from '../../scripts/browsers/find.ts';
import type { Started } from '../../scripts/browsers/launch.ts';

/** Milliseconds after which Firefox is to stop an idle background, in tests that put it to sleep. */
export const SHORT_IDLE = 1000;

/** Chromium's background is stopped by its driver; Firefox stops its own when it has been idle. */
export async function putToSleep(name: BrowserName, { browser, extensionRoot }: Started): Promise<void> {
  if (name === 'firefox') return void (await new Promise((resolve) => setTimeout(resolve, SHORT_IDLE + 1500)));
  const target = await browser.waitForTarget(
    (each) => each.type() === 'service_worker' && each.url().startsWith(extensionRoot),
  );
  await (await target.worker())?.close();
}

/** Stops Chromium's background whatever it is at; true where it was running. */
export async function stopWorker({ browser, extensionRoot }: Started): Promise<boolean> {
  const session = await browser.target().createCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  const worker = targetInfos.find(({ type, url }) => type === 'service_worker' && url.startsWith(extensionRoot));
  const stopping = worker && session.send('Target.closeTarget', { targetId: worker.targetId });
  const { success = false } = (await stopping?.catch(() => null)) ?? {};
  await session.detach();
  return success;
}
