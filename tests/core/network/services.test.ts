import { expect, test } from 'vitest';
import { publicServices, readService } from '../../../core/network/services.ts';

test.each([
  ['https://api.example', 'https://api.example'],
  [' https://API.example:443/\n', 'https://api.example'],
  ['https://api.example:8443', 'https://api.example:8443'],
  ['http://127.0.0.1:2583', 'http://127.0.0.1:2583'],
  ['http://localhost', 'http://localhost'],
  ['https://[::1]:443/', 'https://[::1]'],
])('%j names the service %s', (text, origin) => {
  expect(readService(text)).toEqual({ ok: true, value: origin });
});

test.each([
  ['', 'no-address'],
  ['api.example', 'no-address'],
  ['https://', 'no-address'],
  ['http://api.example', 'not-secure'],
  ['http://127.0.0.1.example', 'not-secure'],
  ['http://[::1]', 'not-secure'],
  ['http://localhost.example', 'not-secure'],
  ['http://192.168.0.1', 'not-secure'],
  ['wss://api.example', 'not-secure'],
  ['javascript:alert(1)', 'not-secure'],
  ['data:application/json,{}', 'not-secure'],
  ['https://me@api.example', 'more-than-host'],
  ['https://me:secret@api.example/', 'more-than-host'],
  ['https://api.example/xrpc', 'more-than-host'],
  ['https://api.example/?', 'more-than-host'],
  ['https://api.example/#', 'more-than-host'],
  ['http://127.0.0.1@api.example', 'not-secure'],
])('%j names none: %s', (text, fault) => {
  expect(readService(text)).toEqual({ ok: false, error: fault });
});

test('the public services are in their own form', () => {
  for (const origin of Object.values(publicServices)) expect(readService(origin)).toEqual({ ok: true, value: origin });
});
