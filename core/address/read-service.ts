import { decodeAddress, decodeWritten } from './encoded.ts';
import { SERVICES, type Service } from './services.ts';

/** Sites that have a host in each country, with the one that stands for them. A longer end is no country's, and anybody's. */
const COUNTRIES = /(^|\.)(google|yandex)\.(?:com?\.)?(?:[a-z]{2}|cat)$/;
/** No domain in the table has more. */
const MAX_LABELS = 5;
const byDomain = groupByDomain();

/** The address that a known service leads to, as it is written there; null where it is none, or does something else. */
export function readService(url: URL): string | null {
  for (const service of servicesOf(url.hostname)) {
    const inner = 'shape' in service ? readShape(url, service.shape) : readParameter(url, service);
    if (inner !== null) return inner;
  }
  return null;
}

/** Whether a host belongs to a service that is known: what it does with other addresses of its own is known too. */
export function isServiceHost(host: string): boolean {
  return servicesOf(host).length > 0;
}

function readShape(url: URL, shape: RegExp): string | null {
  const written = shape.exec(url.pathname + url.search)?.[1];
  return written === undefined ? null : decodeWritten(written);
}

function readParameter(url: URL, { path, names, unpack }: Exclude<Service, { shape: RegExp }>): string | null {
  if (path !== undefined && !path.test(url.pathname)) return null;
  for (const name of names.split(' ')) {
    const value = url.searchParams.get(name) ?? '';
    const inner = decodeAddress(unpack === undefined ? value : unpack(value));
    if (inner !== null) return inner;
  }
  return null;
}

function servicesOf(host: string): readonly Service[] {
  const found: Service[] = [];
  let domain = host.replace(COUNTRIES, '$1$2.com').split('.').slice(-MAX_LABELS).join('.');
  while (domain.includes('.')) {
    found.push(...(byDomain.get(domain) ?? []));
    domain = domain.slice(domain.indexOf('.') + 1);
  }
  return found;
}

function groupByDomain(): ReadonlyMap<string, readonly Service[]> {
  const groups = new Map<string, Service[]>();
  for (const service of SERVICES)
    for (const domain of service.domains.split(' ')) groups.set(domain, [...(groups.get(domain) ?? []), service]);
  return groups;
}
