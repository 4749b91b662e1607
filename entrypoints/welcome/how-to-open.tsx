import type { ComponentChildren } from 'preact';
import { useWords } from '../../components/words.ts';

/** Where to point, press and click; or where to hold a finger, in a browser without shortcuts. */
export function HowToOpen({ shortcut }: { readonly shortcut: string | null }) {
  const translate = useWords();
  return (
    <section class="part">
      <h2 class="page-heading">{translate(shortcut === null ? 'welcome_ways_touch' : 'welcome_ways')}</h2>
      <dl class="plain-list">{shortcut === null ? <TouchWays /> : <DeskWays shortcut={shortcut} />}</dl>
    </section>
  );
}

function DeskWays({ shortcut }: { readonly shortcut: string }) {
  const translate = useWords();
  return (
    <>
      <Way name={translate('welcome_way_pointer')} about={translate('welcome_way_pointer_about')} />
      {shortcut !== '' && (
        <Way name={<kbd class="key">{shortcut}</kbd>} about={translate('welcome_way_shortcut_about')} />
      )}
      <Way name={<Icon words={translate('welcome_way_icon')} />} about={translate('welcome_way_icon_about')} />
    </>
  );
}

/** Firefox for Android has its extensions in its menu. */
function TouchWays() {
  const translate = useWords();
  return (
    <>
      <Way name={translate('welcome_way_touch')} about={translate('welcome_way_touch_about')} />
      <Way name={<Icon words={translate('welcome_way_menu')} />} about={translate('welcome_way_menu_about')} />
    </>
  );
}

function Icon({ words }: { readonly words: string }) {
  return (
    <>
      <img class="way-icon" src="/icon/48.png" alt="" width="24" height="24" /> {words}
    </>
  );
}

function Way({ name, about }: { readonly name: ComponentChildren; readonly about: string }) {
  return (
    <div class="way">
      <dt class="way-name">{name}</dt>
      <dd>{about}</dd>
    </div>
  );
}
