import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { onMessage, resolveLinks } from '../../../entrypoints/scanner/extension.ts';

type Listener = (message: unknown, sender: unknown, respond: (answer: unknown) => void) => true | undefined;

const sendMessage = vi.fn<(message: unknown) => Promise<unknown>>();
let listener: Listener;

beforeEach(() => {
  const addListener = (added: Listener) => {
    listener = added;
  };
  vi.stubGlobal('chrome', { runtime: { id: 'stand-in', sendMessage, onMessage: { addListener } } });
});
afterEach(() => {
  vi.unstubAllGlobals();
  sendMessage.mockReset();
});

test.each<[string, () => Promise<unknown>, unknown]>([
  ['an answer', async () => [1], [1]],
  ['a failure', () => Promise.reject(new Error('broken')), undefined],
])('who asks the scanner is told of %s', async (_, answer, told) => {
  onMessage(answer);
  const respond = vi.fn();
  expect(listener({}, null, respond)).toBe(true);
  await vi.waitFor(() => expect(respond.mock.calls).toEqual([[told]]));
});

test.each([
  ['gives no answer', () => Promise.resolve(undefined)],
  ['is stopped', () => Promise.reject(new Error('closed'))],
])('links are asked about again where the background %s', async (_, fail) => {
  const match = { sureness: 'exact', publication: 'p', posts: 1 };
  sendMessage.mockImplementationOnce(fail).mockResolvedValue([match]);
  expect(await resolveLinks([{ address: 'https://a.example/', text: '' }], 'text')).toEqual([match]);
  expect(sendMessage).toHaveBeenCalledTimes(2);
});

test('what was answered before the background failed twice counts', async () => {
  const match = { sureness: 'none', publication: null, posts: 0 };
  sendMessage.mockResolvedValueOnce(Array.from({ length: 200 }, () => match)).mockResolvedValue(undefined);
  const asked = Array.from({ length: 300 }, (_, place) => ({ address: `https://a.example/${place}`, text: '' }));
  expect(await resolveLinks(asked, 'link')).toHaveLength(200);
});
