import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import { Words } from '../../components/words.ts';
import type { MessageKey } from '../../core/message-key.ts';
import english from '../../public/_locales/en/messages.json';
import { localisation } from './localisation.ts';

/** Says a sentence as the browser does. Throws where there is none: the browser would show nothing. */
export function translate(key: MessageKey, ...substitutions: readonly string[]): string {
  if (!Object.hasOwn(english, key)) throw new Error(`_locales has no ${key}`);
  return localisation.getMessage(key, [...substitutions]);
}

/** Shows something in an empty page, with the words that it has in English. */
export async function showInEnglish(children: ComponentChild): Promise<HTMLElement> {
  document.documentElement.lang = 'en';
  document.title = 'IfG Gloss';
  const root = document.getElementById('root') ?? document.body.appendChild(document.createElement('div'));
  root.id = 'root';
  await act(() => render(<Words.Provider value={translate}>{children}</Words.Provider>, root));
  return root;
}

export async function clear(): Promise<void> {
  const root = document.getElementById('root');
  if (root !== null) await act(() => render(null, root));
  document.body.replaceChildren();
}
