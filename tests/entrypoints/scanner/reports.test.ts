// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createReports } from '../../../entrypoints/scanner/reports.ts';

/** A stand-in for a frame: what it has marked, and what the background heard of it, oldest first. */
let frame: { marked: (string | null)[]; isOver: boolean };
let heard: unknown[];
let names: unknown[];
let send: (message: unknown) => Promise<unknown>;

beforeEach(() => {
  vi.useFakeTimers();
  heard = [];
  names = [];
  send = async () => null;
  const sendMessage = (message: { readonly request: { readonly publications: unknown; readonly names: unknown } }) => {
    heard.push(message.request.publications);
    names.push(message.request.names);
    return send(message);
  };
  vi.stubGlobal('chrome', { runtime: { id: 'stand-in', sendMessage } });
});
afterEach(() => {
  // The window is one for all tests: what listens to it falls silent.
  frame.isOver = true;
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function start(isOwnPage = false) {
  const own = { marked: [] as (string | null)[], isOver: false };
  frame = own;
  return createReports(() => own.marked, isOwnPage, { isOver: () => own.isOver, onEnd: () => {} });
}

const pass = () => vi.advanceTimersByTimeAsync(200);
const leave = () => window.dispatchEvent(new Event('pagehide'));

test('changes are collected and reported once, each publication once', async () => {
  const reports = start();
  frame.marked = ['a', 'b', 'a', null];
  reports.update('a');
  reports.update('b');
  await vi.advanceTimersByTimeAsync(199);
  expect(heard).toEqual([]);
  await pass();
  expect(heard).toEqual([['a', 'b']]);
});

test('what has not changed is not reported again', async () => {
  const reports = start();
  frame.marked = ['a'];
  reports.update('a');
  await pass();
  reports.update();
  await pass();
  expect(heard).toEqual([['a']]);
});

test.each([
  ['is only related', null],
  ['leads where another leads', 'a'],
])('a mark more that %s is not even looked into', async (_, added) => {
  const reports = start();
  frame.marked = ['a'];
  reports.update('a');
  await pass();
  frame.marked = ['a', 'unlooked'];
  reports.update(added);
  await pass();
  expect(heard).toEqual([['a']]);
});

test('a frame without marks says nothing, neither at first nor when it is left', async () => {
  start().update();
  await pass();
  leave();
  expect(heard).toEqual([]);
});

test('a page that is waited for reports although it has no marks, and once only', async () => {
  const reports = start(true);
  await pass();
  reports.update();
  await pass();
  expect(heard).toEqual([[]]);
});

test('a page of the Institute’s says what it is called when it reports, and no other does', async () => {
  document.title = 'Before';
  start(true);
  document.title = 'A report';
  await pass();
  expect(names).toEqual([{ title: 'A report', heading: '', canonical: '' }]);
  frame.isOver = true;
  const reports = start();
  frame.marked = ['a'];
  reports.update('a');
  await pass();
  expect(names.slice(1)).toEqual([null]);
});

test('a frame that is left takes back what it reported, and reports it again when its reader comes back', async () => {
  const reports = start();
  frame.marked = ['a'];
  reports.update('a');
  await pass();
  leave();
  expect(heard).toEqual([['a'], []]);
  leave();
  expect(heard).toHaveLength(2);
  reports.renew();
  await pass();
  expect(heard).toEqual([['a'], [], ['a']]);
});

test('what was reported is reported again where it is asked for, for it may have been lost', async () => {
  const reports = start();
  reports.renew();
  await pass();
  expect(heard).toEqual([]);
  frame.marked = ['a'];
  reports.update('a');
  await pass();
  reports.renew();
  await pass();
  expect(heard).toEqual([['a'], ['a']]);
  frame.marked = [];
  reports.renew();
  await pass();
  expect(heard.slice(2)).toEqual([[]]);
});

test('a page that is waited for reports anew where it is asked to, though nothing has changed', async () => {
  const reports = start(true);
  frame.marked = ['a'];
  await pass();
  reports.renew();
  await pass();
  expect(heard).toEqual([['a'], ['a']]);
});

test('after the extension is gone nothing is reported: no change, and not that the frame is left', async () => {
  const reports = start();
  frame.marked = ['a'];
  reports.update('a');
  await pass();
  frame.marked = ['b'];
  reports.update('b');
  frame.isOver = true;
  await pass();
  leave();
  expect(heard).toEqual([['a']]);
});

test('a background that does not answer is told once more, and of the next change again', async () => {
  send = async () => undefined;
  const reports = start();
  frame.marked = ['a'];
  reports.update('a');
  await pass();
  expect(heard).toEqual([['a'], ['a']]);
  send = async () => null;
  frame.marked = ['a', 'b'];
  reports.update('b');
  await pass();
  expect(heard.slice(2)).toEqual([['a', 'b']]);
});
