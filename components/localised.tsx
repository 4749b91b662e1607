import type { ComponentChildren } from 'preact';
import { type Localisation, languageOf } from '../core/localisation.ts';
import type { MessageKey } from '../core/message-key.ts';
import { Language, Words } from './words.ts';

interface Props {
  readonly i18n: Localisation;
  readonly children: ComponentChildren;
}

/** Gives all that is inside the words of `_locales`, and dates and numbers in their language. */
export function Localised({ i18n, children }: Props) {
  return (
    <Words.Provider value={(key, ...substitutions) => i18n.getMessage(key, [...substitutions])}>
      <Language.Provider value={languageOf(i18n)}>{children}</Language.Provider>
    </Words.Provider>
  );
}

/** Tells a page's document the language of its words, which way they run, and a title in them. */
export function localiseDocument(page: Document, i18n: Localisation, title?: MessageKey): void {
  page.documentElement.lang = languageOf(i18n);
  page.documentElement.dir = i18n.getMessage('direction');
  if (title !== undefined) page.title = i18n.getMessage(title);
}
