import { Group } from '../../components/controls.tsx';
import { useWords } from '../../components/words.ts';

export function AboutGroup({ version }: { readonly version: string }) {
  const translate = useWords();
  return (
    <Group title={translate('options_about')} about={translate('options_version', version)}>
      <p class="row paragraph">{translate('note_privacy')}</p>
      <p class="row paragraph">{translate('note_affiliation')}</p>
      <p class="row paragraph">
        <a class="link" href="/welcome.html">
          {translate('options_show_welcome')}
        </a>
      </p>
    </Group>
  );
}
