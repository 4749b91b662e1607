// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { minimalRoots } from '../../../entrypoints/scanner/minimal-roots.ts';

beforeEach(() => {
  document.body.innerHTML = '<main></main>';
});

/** The roots of what is done to the page's main part, as its elements' ids or names. */
function rootsOf(change: (main: Element) => void): string[] {
  const observer = new MutationObserver(() => {});
  observer.observe(document, { childList: true, subtree: true });
  change(document.querySelector('main') as Element);
  const roots = minimalRoots(observer.takeRecords());
  observer.disconnect();
  return roots.map((node) => (node instanceof Element ? node.id || node.localName : String(node.textContent)));
}

function add(parent: Element, name: string, id = ''): Element {
  const element = document.createElement(name);
  element.id = id;
  parent.append(element);
  return element;
}

test('of a list that is built from the outside in, row for row, the list alone is looked through', () => {
  const roots = rootsOf((main) => {
    const list = add(main, 'ul', 'list');
    for (let row = 0; row < 50; row += 1) add(add(add(list, 'li'), 'p'), 'a');
  });
  expect(roots).toEqual(['list']);
});

test('of rows that are built so in a list that was there, the list, or each row where they are few', () => {
  const build = (main: Element, rows: number) => {
    for (let row = 0; row < rows; row += 1) add(add(main, 'p', `row-${row}`), 'a');
  };
  expect(rootsOf((main) => build(main, 50))).toEqual(['main']);
  expect(rootsOf((main) => build(main, 2))).toEqual(['row-0', 'row-1']);
});

test('few that come to a large list are looked through by themselves', () => {
  for (let row = 0; row < 1000; row += 1) add(document.querySelector('main') as Element, 'p');
  const roots = rootsOf((main) => {
    for (let row = 0; row < 10; row += 1) add(main, 'p', `new-${row}`);
  });
  expect(roots).toEqual(Array.from({ length: 10 }, (_, row) => `new-${row}`));
});

test('what is moved counts where it stands, once, and what is gone does not', () => {
  const roots = rootsOf((main) => {
    const first = add(main, 'section', 'first');
    const second = add(main, 'section', 'second');
    const moved = add(first, 'a', 'moved');
    second.append(moved);
    document.body.append(moved);
    add(first, 'a', 'gone').remove();
    second.remove();
  });
  expect(roots.toSorted()).toEqual(['first', 'moved']);
});

test('what is put into what was added and taken out again is found', () => {
  const roots = rootsOf((main) => {
    const outer = add(main, 'div', 'outer');
    const inner = add(outer, 'div', 'inner');
    add(inner, 'a');
    main.append(inner);
    outer.remove();
  });
  expect(roots).toEqual(['inner']);
});
