// @vitest-environment happy-dom
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { keepFocus } from '../../platform/keep-focus.ts';

beforeAll(() => keepFocus(document));
beforeEach(() => {
  document.body.innerHTML = `
    <header><input id="search"></header>
    <main><h1>Notes</h1><p><button id="alone">Later</button></p>
      <section id="part"><h2>Backup</h2><div id="row"><button id="cancel">Cancel</button><button id="other"></button></div></section>
      <details open><summary>Follow-up</summary><p id="editor"><button id="inside">Keep</button></p></details>
    </main>`;
});

const find = (id: string) => document.getElementById(id);
const focused = () => document.activeElement?.textContent;
/** Observers are told in a turn of their own. */
const told = () => new Promise((resolve) => setTimeout(resolve));

test.each([
  ['cancel', 'cancel', 'Backup'],
  ['cancel', 'row', 'Backup'],
  ['cancel', 'part', 'Notes'],
  ['alone', 'alone', 'Notes'],
  ['inside', 'editor', 'Follow-up'],
])('where %s has the focus and %s goes, “%s” has it', async (id, gone, heading) => {
  find(id)?.focus();
  find(gone)?.remove();
  await told();
  expect(focused()).toBe(heading);
  expect(
    document.activeElement?.localName === 'summary' || document.activeElement?.getAttribute('tabindex'),
  ).toBeTruthy();
});

test('what is put elsewhere stays there', async () => {
  find('cancel')?.focus();
  find('cancel')?.remove();
  find('other')?.focus();
  await told();
  expect(document.activeElement?.id).toBe('other');
});

test('nothing has it where its reader has left it for nothing, or what goes had it not', async () => {
  find('cancel')?.focus();
  find('cancel')?.blur();
  await told();
  find('cancel')?.remove();
  await told();
  expect(document.activeElement).toBe(document.body);
  find('search')?.focus();
  find('row')?.remove();
  await told();
  expect(document.activeElement?.id).toBe('search');
});
