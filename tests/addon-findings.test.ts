import { describe, expect, test } from 'vitest';
import { type Finding, withoutPreacts } from '../scripts/addon-findings.ts';

const PREACTS = 'd.__html==e.innerHTML)||(e.innerHTML=d.__html),t.__k=[]';

describe('of what web-ext finds', () => {
  test.each([
    ['Preact’s own is let through', PREACTS, 0],
    ['an assignment of ours is not', 'e.innerHTML=d', 1],
    ['nor one of markup that looks like Preact’s', 'e.innerHTML=d.__html', 1],
    ['nor one to another element than was compared', 'd.__html==f.innerHTML)||(e.innerHTML=d.__html)', 1],
    ['nor one of another value', 'f.__html==e.innerHTML)||(e.innerHTML=d.__html)', 1],
    ['nor one with more after it', 'd.__html==e.innerHTML)||(e.innerHTML=d.__htmlOf(x))', 1],
    ['nor another way to set markup', 'e.outerHTML=d.__html', 1],
  ])('%s', (_, code, left) => {
    expect(withoutPreacts([findIn(code)], () => code)).toHaveLength(left);
  });

  test('only one in a file is let through', () => {
    const twice = `${PREACTS}\n${PREACTS}`;
    const findings = [findIn(PREACTS), { ...findIn(PREACTS), line: 2 }];
    expect(withoutPreacts(findings, () => twice)).toEqual(findings.slice(1));
    expect(withoutPreacts([findIn(PREACTS), { ...findIn(PREACTS), file: 'card.js' }], () => PREACTS)).toEqual([]);
  });

  test('what is found elsewhere than in code is kept', () => {
    const finding = { code: 'MANIFEST_FIELD_INVALID', message: '', file: 'manifest.json' };
    expect(withoutPreacts([finding], () => PREACTS)).toEqual([finding]);
  });
});

/** What is reported for code that ends in an assignment of markup. */
function findIn(code: string): Finding {
  const column = code.search(/\w\.(?:inner|outer)HTML=(?!=)/) + 1;
  return { code: 'UNSAFE_VAR_ASSIGNMENT', message: '', file: 'report-page.js', line: 1, column };
}
