import type { LanguageChoice } from '../core/languages.ts';
import { type Messages, readMessages } from '../core/localisation.ts';
import type { Settings } from '../core/settings.ts';
import { lendWords } from './lend-words.ts';
import { readOwnFile } from './own-file.ts';
import { readSettings, watchSettings } from './settings.ts';

let spoken: LanguageChoice = 'browser';
let speaking: Promise<Messages | null> = Promise.resolve(null);

/**
 * Has this context speak a language: fulfilled when it does, with the words that it was lent; null for those of the
 * browser, for which nothing is waited for. Not for scripts in pages.
 */
export function speak(language: LanguageChoice): Promise<Messages | null> {
  if (language === spoken) return speaking;
  spoken = language;
  const reading = language === 'browser' ? Promise.resolve(null) : readWords(language);
  speaking = reading.then((messages) => {
    // Another may have been chosen meanwhile.
    if (language === spoken) lendWords(messages);
    return messages;
  });
  return speaking;
}

/** The words that this context was lent; null for the browser's. */
export const spokenWords = (): Promise<Messages | null> => speaking;

/** Reads the settings, and has this context speak the language that they name. */
export async function readSettingsAndSpeak(): Promise<Settings> {
  const settings = await readSettings();
  await speak(settings.language);
  return settings;
}

/** Has a page speak the language that the reader chose: fulfilled when it does, and calls back when it speaks another. */
export async function speakAsChosen(onChange: () => void): Promise<void> {
  watchSettings((after, before) => {
    if (after.language !== before.language) void speak(after.language).then(onChange);
  });
  await readSettingsAndSpeak().catch(() => null);
}

async function readWords(language: string): Promise<Messages | null> {
  try {
    return readMessages(
      (await readOwnFile(`_locales/${language}/messages.json`)) as Parameters<typeof readMessages>[0],
    );
  } catch (error) {
    console.error(`IfG Gloss cannot read its words in ${language}:`, error);
    return null;
  }
}
