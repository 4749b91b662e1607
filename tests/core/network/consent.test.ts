import { expect, test } from 'vitest';
import { noConsent, parseConsent } from '../../../core/network/consent.ts';
import { publicServices } from '../../../core/network/services.ts';

const on = { refresh: true, accounts: true, ask: true };

test('all is off at first', () => {
  expect(noConsent.on).toEqual({ refresh: false, accounts: false, ask: false });
  expect(parseConsent(undefined)).toEqual(noConsent);
});

test('what was chosen is kept, what is missing is off or public, and what a later version knows is left out', () => {
  const services = { ...publicServices, appView: 'http://127.0.0.1:2584' };
  expect(parseConsent({ on: { ...on, more: true }, services, more: 1 })).toEqual({ on, services });
  expect(parseConsent({ on: { ask: true }, services: {} })).toEqual({
    on: { ...noConsent.on, ask: true },
    services: publicServices,
  });
});

test.each([
  null,
  'on',
  { on },
  { on, services: null },
  { on: null, services: publicServices },
  { on: { ...on, ask: 1 }, services: publicServices },
  { on: { ...on, ask: 'true' }, services: publicServices },
  { on, services: { ...publicServices, plc: 'http://plc.example' } },
  { on, services: { ...publicServices, plc: 'https://plc.example/' } },
  { on, services: { ...publicServices, plc: 7 } },
])('where it is damaged, as in %j, all is off', (stored) => {
  expect(parseConsent(stored)).toEqual(noConsent);
});
