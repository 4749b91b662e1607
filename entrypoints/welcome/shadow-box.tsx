import { type ComponentChildren, render } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Language, useLanguage, useWords, Words } from '../../components/words.ts';

interface Props {
  readonly label: string;
  readonly css: string;
  readonly children: ComponentChildren;
}

/** Keeps the page's rules away from what is inside, as the card's own shadow root does in pages. It may scroll. */
export function ShadowBox({ label, css, children }: Props) {
  const host = useRef<HTMLElement>(null);
  const translate = useWords();
  const language = useLanguage();
  useLayoutEffect(() => {
    if (host.current === null) return;
    const shadow = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    shadow.adoptedStyleSheets = [sheet];
    render(
      <Words.Provider value={translate}>
        <Language.Provider value={language}>{children}</Language.Provider>
      </Words.Provider>,
      shadow,
    );
  });
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard.
  return <section ref={host} class="sample-card" aria-label={label} tabIndex={0} />;
}
