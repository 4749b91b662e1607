// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { isCandidate, isLink, linkSelector } from '../../../entrypoints/scanner/find-links.ts';
import { linkAddress } from '../../../page/link-address.ts';

const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.eyJidWxsZXRpbl9saW5rX2lkIjoxMCwidXJsIjoi.abc';

test.each([
  ['plainly', 'https://www.instituteforgovernment.org.uk/publication/x', true],
  ['in base64', 'https://click.example/e?d=aHR0cHM6Ly93d3cu', true],
  ['in a token of GovDelivery’s', `https://lnks.gd/l/${TOKEN}/s/1/br/2-l`, true],
  ['not at all', 'https://example.com/publication/x', false],
])('a link that names the Institute %s', (_, address, isFound) => {
  document.body.innerHTML = `<p><a href="${address}">link</a></p>`;
  const link = document.querySelector('a');
  if (link === null || !isLink(link)) throw new Error('no link');
  expect(isCandidate(link, linkAddress(link))).toBe(isFound);
  // The namespace selectors are the browsers' own; the other half is asked here.
  const [, ...parts] = linkSelector(false, false).split(',');
  const isByHost = address.includes('instituteforgovernment');
  expect(isByHost || link.matches(parts.join(','))).toBe(isFound);
});
