import { readFileSync } from 'node:fs';

/** Rows of `tests/gold`: addresses in which a form of another stands, in braces. */
interface Wrappers {
  readonly known: readonly string[];
  readonly unknown: readonly string[];
  readonly held: readonly string[];
}

interface Carriers {
  readonly tuned: readonly string[];
  readonly held: readonly string[];
}

const gold = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../gold/${name}.json`, import.meta.url), 'utf8')) as unknown;

export const wrappers = gold('wrappers') as Wrappers;
export const carriers = gold('carriers') as Carriers;

const once = encodeURIComponent;
export const base64Url = (text: string) => btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

/** A row with an address of the Institute's in it. */
export function wrap(row: string, address: string): string {
  const rest = address.replace('https://', '');
  const forms: Readonly<Record<string, string>> = {
    address,
    encoded: once(address),
    twice: once(once(address)),
    base64: base64Url(address),
    rest,
    encodedRest: once(rest),
    path: rest.slice(rest.indexOf('/') + 1),
    colonEncoded: `https%3A//${rest}`,
    oneSlash: `https:/${rest}`,
  };
  return row.replace(/\{(\w+)\}/g, (_, form: string) => forms[form] ?? '');
}
