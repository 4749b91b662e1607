import type { Localisation } from '../../components/language.ts';
import messages from '../../public/_locales/en/messages.json';

/** The real words, as the browser would give them to an interface in British English. */
export const localisation: Localisation = {
  getMessage: (key, substitutions = []) => {
    if (key === '@@bidi_dir') return 'ltr';
    const { message } = (messages as Record<string, { message: string }>)[key] ?? { message: '' };
    return message.replaceAll(/\$(\d)/g, (_, place: string) => substitutions[Number(place) - 1] ?? '');
  },
  getUILanguage: () => 'en-GB',
};
