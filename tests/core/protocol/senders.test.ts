import { expect, test } from 'vitest';
import { askerOf } from '../../../core/protocol/senders.ts';

const OWN = { id: 'own', root: 'chrome-extension://own/' };
const tab = { id: 1 };

test.each([
  ['a popup', { id: 'own', url: 'chrome-extension://own/popup.html' }, 'extension'],
  ['a page of ours in a tab', { id: 'own', url: 'chrome-extension://own/options.html', tab, frameId: 0 }, 'extension'],
  ['what stands in pages', { id: 'own', url: 'chrome-extension://own/own-frame.html#a', tab, frameId: 3 }, 'own-frame'],
  ['the same in a tab of its own', { id: 'own', url: 'chrome-extension://own/own-frame.html?a', tab }, 'own-frame'],
  ['a page of ours that names it', { id: 'own', url: 'chrome-extension://own/a.html?own-frame.html' }, 'extension'],
  ['a script of ours in a page', { id: 'own', url: 'https://a.example/', tab, frameId: 0 }, 'page'],
  ['a script of ours in a frame', { id: 'own', url: 'about:blank', tab, frameId: 3 }, 'frame'],
  ['another extension', { id: 'other', url: 'chrome-extension://other/popup.html' }, null],
  ['another extension that says it is ours', { id: 'other', url: 'chrome-extension://own/popup.html' }, null],
  ['an extension whose id begins as ours', { id: 'own', url: 'chrome-extension://own.other/x' }, null],
  ['a page that has our address within its own', { id: 'own', url: 'https://a/?chrome-extension://own/', tab }, null],
  ['something without a tab', { id: 'own', url: 'https://a.example/', frameId: 0 }, null],
  ['something without a number', { id: 'own', url: 'https://a.example/', tab: {}, frameId: 0 }, null],
  ['nobody', {}, null],
])('%s', (_, sender, asker) => {
  expect(askerOf(sender, OWN)).toBe(asker);
});
