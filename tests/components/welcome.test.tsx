// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { Localised } from '../../components/localised.tsx';
import type { Gloss } from '../../core/gloss.ts';
import { glossFor } from '../../core/match/gloss-for.ts';
import { createResolver } from '../../core/match/resolve.ts';
import { sampleAddress } from '../../core/match/sample.ts';
import type { BundledIndex } from '../../core/model.ts';
import { Welcome } from '../../entrypoints/welcome/welcome.tsx';
import { buildBundledIndex } from '../../scripts/bundled-index.ts';
import { findFaults } from './find-faults.ts';
import { localisation } from './localisation.ts';

const { feeds } = JSON.parse(await buildBundledIndex()) as BundledIndex;
const sample = glossFor(feeds, createResolver(feeds).resolve({ url: sampleAddress(feeds) ?? '' }));

const main = document.body.appendChild(document.createElement('main'));

function show(gloss: Gloss | null, shortcut: string): void {
  void act(() =>
    render(
      <Localised i18n={localisation}>
        <Welcome sample={gloss} shortcut={shortcut} />
      </Localised>,
      main,
    ),
  );
}

afterEach(() => act(() => render(null, main)));

test('each kind of mark is shown and explained, and leads nowhere', () => {
  show(sample, 'Alt+Shift+G');
  const links = [...main.querySelectorAll('.kinds a')];
  expect(links.map((link) => link.getAttribute('data-ifg-gloss'))).toEqual(['exact', 'likely', 'related']);
  expect(main.querySelector('a[data-ifg-gloss][href]')).toBeNull();
});

test('the card holds what the library says, in words', () => {
  show(sample, 'Alt+Shift+G');
  const card = main.querySelector('.card')?.shadowRoot;
  expect(card?.querySelector('h1')?.textContent).toBe(sample.publication?.title);
  expect(card?.textContent).toContain('Exact match');
});

test('without a sample or a shortcut the page does without', () => {
  show(null, '');
  expect(main.querySelector('.card')).toBeNull();
  expect(main.querySelector('kbd')).toBeNull();
  expect(main.querySelectorAll('.kinds a')).toHaveLength(3);
});

test.each([
  ['with a sample', sample, 'Alt+Shift+G'],
  ['without', null, ''],
] as const)('axe finds no fault with it %s', async (_, gloss, shortcut) => {
  show(gloss, shortcut);
  expect(await findFaults(main)).toEqual([]);
});
