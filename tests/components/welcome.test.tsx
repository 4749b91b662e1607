// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { Localised } from '../../components/localised.tsx';
import { contentOfFeeds } from '../../core/gloss/content-of-feeds.ts';
import { glossFor } from '../../core/gloss/gloss-for.ts';
import { sampleAddress } from '../../core/gloss/sample.ts';
import type { BundledIndex } from '../../core/model/feed.ts';
import { createResolver } from '../../core/recognise/resolve.ts';
import { Welcome } from '../../entrypoints/welcome/welcome.tsx';
import { buildBundledIndex } from '../../scripts/bundled-index.ts';
import { findFaults } from './find-faults.ts';
import { localisation } from './localisation.ts';

const { feeds } = JSON.parse(await buildBundledIndex()) as BundledIndex;
const sample = glossFor(contentOfFeeds(feeds), createResolver(feeds).resolve({ url: sampleAddress(feeds) ?? '' }));

const main = document.body.appendChild(document.createElement('main'));

function show(
  gloss: Parameters<typeof Welcome>[0]['sample'],
  shortcut: string | null,
  onTryAgain = () => {},
  sites: readonly string[] | null = null,
): void {
  const access = { read: async () => sites, watch: () => {}, ask: () => {} };
  void act(() =>
    render(
      <Localised i18n={localisation}>
        <Welcome sample={gloss} shortcut={shortcut} onTryAgain={onTryAgain} access={access} />
      </Localised>,
      main,
    ),
  );
}

afterEach(() => act(() => render(null, main)));

test('each kind of mark is shown and explained, and leads nowhere', () => {
  show(sample, 'Alt+Shift+G');
  const links = [...main.querySelectorAll('.mark-kinds a')];
  expect(links.map((link) => link.getAttribute('data-ifg-gloss'))).toEqual(['exact', 'likely', 'related']);
  expect(main.querySelector('a[data-ifg-gloss][href]')).toBeNull();
});

test('the card holds what the library says, in words', () => {
  show(sample, 'Alt+Shift+G');
  const card = main.querySelector('.sample-card')?.shadowRoot;
  expect(card?.querySelector('h1')?.textContent).toBe(sample.publication?.title);
  expect(card?.textContent).toContain('Exact match');
});

test('where the browser has no shortcuts, a finger is told what to do', () => {
  show(sample, null);
  const ways = [...main.querySelectorAll('.way-name')].map(({ textContent }) => textContent?.trim());
  expect(ways).toEqual(['Hold your finger on a marked link', 'In the browser’s menu']);
});

test('without a sample or a shortcut the page does without', () => {
  show(null, '');
  expect(main.querySelector('.sample-card')).toBeNull();
  expect(main.querySelector('kbd')).toBeNull();
  expect(main.querySelectorAll('.mark-kinds a')).toHaveLength(3);
});

test('the rest does not wait for the sample, and one that could not be loaded is asked for again', () => {
  const onTryAgain = vi.fn();
  show('waiting', '');
  expect(main.querySelectorAll('.mark-kinds a')).toHaveLength(3);
  expect(main.textContent).not.toContain('could not be loaded');
  show('failed', '', onTryAgain);
  expect(main.textContent).toContain('The posts could not be loaded');
  main.querySelector<HTMLButtonElement>('.part button')?.click();
  expect(onTryAgain).toHaveBeenCalledTimes(1);
});

test.each([
  ['with a sample', sample, 'Alt+Shift+G'],
  ['without', null, ''],
  ['when it failed', 'failed', ''],
] as const)('axe finds no fault with it %s', async (_, gloss, shortcut) => {
  show(gloss, shortcut);
  expect(await findFaults(main)).toEqual([]);
});

test('says that the extension may run nowhere, where that is so', async () => {
  show(sample, '', () => {}, []);
  await vi.waitFor(() =>
    expect(main.querySelector('.access p')?.textContent).toMatch(/^Links are not marked anywhere/),
  );
  expect(await findFaults(document.body)).toEqual([]);
});
