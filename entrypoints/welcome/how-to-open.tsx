import { useWords } from '../../components/words.ts';

/** Where to point, press and click. */
export function HowToOpen({ shortcut }: { readonly shortcut: string }) {
  const translate = useWords();
  return (
    <section class="part">
      <h2 class="page-heading">{translate('welcome_ways')}</h2>
      <dl class="plain-list">
        <div class="way">
          <dt class="way-name">{translate('welcome_way_pointer')}</dt>
          <dd>{translate('welcome_way_pointer_about')}</dd>
        </div>
        {shortcut !== '' && (
          <div class="way">
            <dt class="way-name">
              <kbd class="key">{shortcut}</kbd>
            </dt>
            <dd>{translate('welcome_way_shortcut_about')}</dd>
          </div>
        )}
        <div class="way">
          <dt class="way-name">
            <img class="way-icon" src="/icon/48.png" alt="" width="24" height="24" /> {translate('welcome_way_icon')}
          </dt>
          <dd>{translate('welcome_way_icon_about')}</dd>
        </div>
      </dl>
    </section>
  );
}
