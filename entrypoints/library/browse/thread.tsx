import { ThreadDocument } from '../../../components/library/browse/thread-document.tsx';
import { ThreadWays } from '../../../components/library/browse/thread-ways.tsx';
import { titleOfThread } from '../../../components/library/browse/thread-words.ts';
import { useLanguage, useWords } from '../../../components/words.ts';
import { saveFile } from '../../../platform/save-file.ts';
import { AskedView } from '../asked-view.tsx';
import { TakeAwayAll } from '../take-away.tsx';
import { useAsked } from '../use-asked.ts';
import type { ViewProps } from '../view.ts';

export function ThreadView({ route: { id }, ask }: ViewProps<'thread'>) {
  const translate = useWords();
  const language = useLanguage();
  const asked = useAsked(id, () => ask('describeThread', { id }));
  const next = { label: translate('library_browse_all_threads'), route: { view: 'threads' } } as const;
  return (
    <AskedView asked={asked} next={next}>
      {(details) => (
        <ThreadDocument details={details}>
          <ThreadWays details={details} onSave={saveFile} />
          <TakeAwayAll
            title={titleOfThread(details, translate, language)}
            gather={({ gatherThread }, gathering) => gatherThread(gathering, id)}
          />
        </ThreadDocument>
      )}
    </AskedView>
  );
}
