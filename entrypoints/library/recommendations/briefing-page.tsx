import { CopyButton, Copying } from '../../../components/copy-button.tsx';
import { useLanguage, useWords } from '../../../components/words.ts';
import { briefingOf } from '../../../core/follow-up/briefing.ts';
import type { RecommendationLine } from '../../../core/follow-up/line.ts';
import { tableOf, WHOLE_TABLE } from '../../../core/follow-up/table.ts';
import { briefingCsv, briefingHtml, briefingMarkdown, briefingPage } from '../../../core/follow-up/write-briefing.ts';
import { addressOfRoute, type LibraryRoute } from '../../../core/library-route.ts';
import type { IsoDate } from '../../../core/model/ids.ts';
import { copyHtml } from '../../../platform/clipboard.ts';
import { saveFile } from '../../../platform/save-file.ts';
import { BriefingDocument } from './briefing-document.tsx';
import { wordsOfBriefing } from './briefing-words.ts';

interface Props {
  readonly route: Extract<LibraryRoute, { readonly view: 'recommendations' }>;
  /** Of all publications. */
  readonly lines: readonly RecommendationLine[];
  readonly today: IsoDate;
}

/** The recommendations of one publication as a document: to print, to copy and to keep. */
export function BriefingPage({ route, lines, today }: Props) {
  const translate = useWords();
  const language = useLanguage();
  const { publication } = route.asked;
  const own = tableOf(lines, { ...WHOLE_TABLE, publication }, today);
  const briefing = briefingOf(own, wordsOfBriefing(own, today, translate, language));
  const markdown = () => briefingMarkdown(briefing);
  const save = (end: string, type: string, text: string) => saveFile(`follow-up-${today}.${end}`, type, text);
  return (
    <article class="briefing">
      <p class="briefing-ways">
        <button type="button" class="button" onClick={() => print()}>
          {translate('follow_print')}
        </button>
        <Copying.Provider value={(text) => copyHtml(briefingHtml(briefing), text)}>
          <CopyButton label={translate('follow_copy_table')} title={translate('follow_copy_table')} text={markdown} />
        </Copying.Provider>
        <CopyButton
          label={translate('library_browse_copy_markdown')}
          title={translate('library_browse_copy_markdown')}
          text={markdown}
        />
        <button type="button" class="action" onClick={() => save('md', 'text/markdown', markdown())}>
          {translate('follow_save_markdown')}
        </button>
        <button
          type="button"
          class="action"
          onClick={() => save('html', 'text/html', briefingPage(briefing, language ?? 'en'))}
        >
          {translate('follow_save_html')}
        </button>
        <button type="button" class="action" onClick={() => save('csv', 'text/csv', briefingCsv(briefing))}>
          {translate('follow_save_csv')}
        </button>
        <a class="action" href={addressOfRoute({ ...route, as: 'table' })}>
          {translate('follow_back')}
        </a>
      </p>
      <BriefingDocument briefing={briefing} />
    </article>
  );
}
