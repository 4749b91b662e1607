import type { ComponentChildren } from 'preact';
import type { MessageKey } from '../core/message-key.ts';
import { type Localisation, languageOf } from './language.ts';
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

/** Tells a page's document the language of its words, which way they run, and the title in them. */
export function localiseDocument(page: Document, i18n: Localisation, title: MessageKey): void {
  const language = languageOf(i18n);
  page.documentElement.lang = language;
  // The browser's own direction is that of its interface, for which there may be no words.
  page.documentElement.dir = language === i18n.getUILanguage() ? i18n.getMessage('@@bidi_dir') : 'ltr';
  page.title = i18n.getMessage(title);
}
