import { adoptStyles } from './adopt-styles.ts';
import voiceCss from './voice.css?inline';

/** Tells those who do not see a mark about it. */
export interface Voice {
  say(text: string): void;
  fallSilent(): void;
}

/** Milliseconds after which a screen reader has noticed a region and hears what changes in it. */
const NOTICED = 150;

/** A live region of our own, in the page only while there is something to say (decision 7). */
export function createVoice(): Voice {
  const host = document.createElement('ifg-gloss-voice');
  const root = host.attachShadow({ mode: 'closed' });
  adoptStyles(root, voiceCss);
  const region = document.createElement('p');
  region.setAttribute('role', 'status');
  root.append(region);
  let timer: ReturnType<typeof setTimeout> | undefined;

  const fallSilent = () => {
    clearTimeout(timer);
    region.textContent = '';
    host.remove();
  };
  return {
    say(text) {
      fallSilent();
      document.documentElement.append(host);
      timer = setTimeout(() => {
        region.textContent = text;
      }, NOTICED);
    },
    fallSilent,
  };
}
