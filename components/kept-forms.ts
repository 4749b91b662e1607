/**
 * A form of `Intl` for each language, made once: to make one takes longer than to draw a row with it. `makerOf` gives what
 * makes them, for where the browser lacks a language that becomes another one (`platform/lend-months.ts`).
 */
export function keepForms<Maker, Form>(
  makerOf: () => Maker,
  make: (maker: Maker, language: string | undefined) => Form,
): (language: string | undefined) => Form {
  const kept = new Map<string | undefined, Form>();
  let maker = makerOf();
  return (language) => {
    if (maker !== makerOf()) kept.clear();
    maker = makerOf();
    const form = kept.get(language) ?? make(maker, language);
    kept.set(language, form);
    return form;
  };
}
