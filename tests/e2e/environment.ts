import type { Environment } from 'vitest/runtime';

declare global {
  /** Has something be done when the files of a worker are through. It is waited for. */
  var whenWorkerEnds: (end: () => Promise<void>) => void;
}

/** Node, with an end: signals come only half a second before a worker is killed, too late to end browsers and tidy up. */
export default {
  name: 'browsers',
  viteEnvironment: 'ssr',
  setup() {
    const ends: (() => Promise<void>)[] = [];
    globalThis.whenWorkerEnds = (end) => ends.push(end);
    return {
      async teardown() {
        await Promise.allSettled(ends.map((end) => end()));
      },
    };
  },
} satisfies Environment;
