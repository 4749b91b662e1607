import { createFileReader } from './file-reader.ts';
import type { ToReader } from './messages.ts';

const read = createFileReader((message) => postMessage(message));
addEventListener('message', ({ data }: MessageEvent<ToReader>) => void read(data));
