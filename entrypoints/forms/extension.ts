import type { FrameRequests } from '../../core/protocol/frame-requests.ts';
import { createBackgroundAsk } from '../../core/protocol/wire.ts';
import { ownRuntime } from '../../page/extension.ts';

const ask = createBackgroundAsk<FrameRequests>(async (message) => ownRuntime()?.sendMessage(message));

/** Has the frame given what draws marks that an underline does not show. */
export function askForForms(): void {
  ask('drawForms', {}).catch(() => null);
}
