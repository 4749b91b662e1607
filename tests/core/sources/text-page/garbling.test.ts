import { describe, expect, test } from 'vitest';
import { repairGarbling } from '../../../../core/sources/text-page/garbling.ts';

describe('garbled text is repaired', () => {
  test.each([
    ['Β£400bn', '£400bn'],
    ['one β€” two', 'one — two'],
    ['β€œquoted”', '“quoted”'],
    ['β€œquotedβ€', '“quoted”'],
    ['β€˜pull’', '‘pull’'],
    ['itβ€™s', 'it’s'],
    ['cafΓ© naΓ―ve', 'café naïve'],
    ['DΕµr Cymru', 'Dŵr Cymru'],
    ['πŸŽ‰', '🎉'],
    ['β¤οΈ', '❤️'],
    ['πŸ‘©β€πŸ’»', '👩‍💻'],
    ['πŸ‡¬πŸ‡§ flag', '🇬🇧 flag'],
    ['Ξ•Ξ»Ξ»Ξ¬Ξ΄Ξ±', 'Ελλάδα'],
    ['ΠŸΡ€ΠΈΠ²ΠµΡ‚', 'Привет'],
  ])('%s', (garbled, clean) => {
    expect(repairGarbling(garbled)).toBe(clean);
    expect(repairGarbling(clean)).toBe(clean);
  });

  test('a character whose last byte is lost and could be several stays unknown', () => {
    expect(repairGarbling('πŸ‘')).toBe('\ufffd');
  });

  test('a Latin letter whose second byte is lost stays unknown before the rest of its word', () => {
    expect(repairGarbling('Γlvaro')).toBe('\ufffdlvaro');
    expect(repairGarbling('Γ l')).toBe('Γ l');
    // What begins with the byte of another script is no Latin word.
    expect(repairGarbling('Δlvaro')).toBe('Δlvaro');
  });
});

test.each(['το «Β» γράμμα, Γ’ τάξη', 'β-blockers, πr², Γ function', 'Ο “Γιάννης”', 'PERÒ”', '£5 — “x” 👍 ⬇️'])(
  'clean text comes through untouched: %s',
  (clean) => {
    expect(repairGarbling(clean)).toBe(clean);
  },
);
