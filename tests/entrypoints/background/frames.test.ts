import { expect, test } from 'vitest';
import { createFrames } from '../../../entrypoints/background/frames.ts';
import { createFakeBrowser, type FakeTab, senderOf } from './fake-browser.ts';

function start(...tabs: (readonly [number, FakeTab])[]) {
  const fake = createFakeBrowser(new Map(tabs));
  return { ...fake, ...createFrames(fake.browser, async () => {}) };
}

const inFrame = senderOf(7, '', 3);

test('the scanner comes into all frames of all tabs, whatever becomes of one', async () => {
  const { injectScanner, put } = start([1, { state: 'closed' }], [2, {}], [3, {}]);
  await injectScanner();
  expect(put).toEqual(['scanner.js 2.*', 'scanner.js 3.*']);
});

test.each([
  ['link', 'mark.css'],
  ['text', 'text-mark.css'],
] as const)('a frame with marks of kind %s is given what these need, and nothing else', async (kind, style) => {
  const { prepareFrame, put } = start([7, {}]);
  await prepareFrame(inFrame, kind);
  expect(put.toSorted()).toEqual(['annotator.js 7.3', 'forms.js 7.3', 'hosts.css 7.3', `${style} 7.3`]);
  expect(put.indexOf('forms.js 7.3')).toBeLessThan(put.indexOf('annotator.js 7.3'));
});

test('marks wait for their style, and not for what opens cards', async () => {
  const { browser } = createFakeBrowser(new Map([[7, {}]]));
  const executeScript = () => new Promise<never>(() => {});
  let style = () => {};
  const insertCSS = () =>
    new Promise<void>((resolve) => {
      style = resolve;
    });
  const { prepareFrame } = createFrames({ ...browser, scripting: { executeScript, insertCSS } }, async () => {});
  let isPrepared = false;
  const preparing = prepareFrame(inFrame, 'link').then(() => {
    isPrepared = true;
  });
  await new Promise((resolve) => setTimeout(resolve));
  expect(isPrepared).toBe(false);
  style();
  await preparing;
});

test('styles are the user’s, so that they are stronger than the page’s', async () => {
  const { browser } = createFakeBrowser(new Map([[7, {}]]));
  const origins: unknown[] = [];
  const insertCSS = async ({ origin }: { origin?: string | undefined }) => void origins.push(origin);
  const { prepareFrame, drawForms, openReportPage } = createFrames(
    { ...browser, scripting: { ...browser.scripting, insertCSS } },
    async () => {},
  );
  await Promise.all([prepareFrame(inFrame, 'link'), drawForms(inFrame), openReportPage(inFrame)]);
  expect(origins).toEqual(['USER', 'USER', 'USER']);
});

test.each([
  ['drawForms', 'mark-forms.css'],
  ['prepareTexts', 'written.js'],
  ['prepareCard', 'card.js'],
] as const)('%s puts into the frame that asks %s', async (name, file) => {
  const { put, ...frames } = start([7, {}]);
  await frames[name](inFrame);
  expect(put).toEqual([`${file} 7.3`]);
});

test('beside a page comes what is said about it, after its style', async () => {
  const { openReportPage, put } = start([7, {}]);
  await openReportPage(senderOf(7));
  expect(put).toEqual(['hosts.css 7', 'passage.css 7', 'report-page.js 7']);
});

test('a page that lets no script in any more fails nothing that is not waited for', async () => {
  const { prepareFrame, openReportPage, put } = start([7, { state: 'closed' }]);
  await Promise.all([prepareFrame(inFrame, 'link'), openReportPage(inFrame)]);
  expect(put).toEqual([]);
});

test('who asks from no tab is given nothing', async () => {
  const { put, ...frames } = start([7, {}]);
  const { prepareFrame, drawForms, prepareTexts, prepareCard, openReportPage } = frames;
  await Promise.all([
    prepareFrame({}, 'link'),
    ...[drawForms, prepareTexts, prepareCard, openReportPage].map((put) => put({})),
  ]);
  expect(put).toEqual([]);
});
