import type { ComponentChildren } from 'preact';
import type { HitKey, LookUpAnswer, Question } from '../core/protocol/look-up.ts';
import type { Instead } from '../core/protocol/search.ts';
import type { Result } from '../core/result.ts';
import { AllInLibrary } from './all-in-library.tsx';
import { sayCount } from './counts.ts';
import { Failed } from './failed.tsx';
import { FoundLists } from './found-lists.tsx';
import { GlossView } from './gloss-view.tsx';
import { LibraryWay } from './library-way.tsx';
import { LinkedByWay } from './linked-by/linked-by-way.tsx';
import type { PaneActions } from './pane-actions.ts';
import { SearchNotices } from './search-notices.tsx';
import { type Translate, useWords } from './words.ts';

interface Props {
  /** What the outcome is of. */
  readonly question: Question;
  readonly outcome: Result<LookUpAnswer, unknown> | null;
  readonly describeMore: PaneActions['describeMore'];
  readonly onOpen: (found: HitKey) => void;
  readonly onTryAgain: () => void;
  readonly onAsk: (text: string) => void;
  /** Opens the library with the same words. */
  readonly onAll: () => void;
  /** What a reader can do where nothing is found. */
  readonly children: ComponentChildren;
}

/** What a look-up gives: an address's gloss, or lists of what was found. */
export function LookUpView(props: Props) {
  const { question, outcome, describeMore, onOpen, onTryAgain, onAsk, onAll, children } = props;
  const translate = useWords();
  if (outcome === null) return null;
  if (!outcome.ok) return <Failed onTryAgain={onTryAgain} />;
  const { value } = outcome;
  if (value.kind === 'address') {
    const { address, gloss } = value;
    const isKnown = gloss.match.sureness !== 'none';
    return (
      <>
        <p class="subject">{address.replace(/^https:\/\//, '')}</p>
        {isKnown ? (
          <GlossView gloss={gloss} describeMore={(wanted) => describeMore({ kind: 'question', question }, wanted)}>
            <LibraryWay gloss={gloss} />
            <LinkedByWay address={address} title={gloss.publication?.title ?? ''} />
          </GlossView>
        ) : (
          <>
            <Nothing title="look_up_no_address" />
            <LinkedByWay address={address} title="" />
          </>
        )}
        {!isKnown && children}
      </>
    );
  }
  const notices = (
    <SearchNotices
      text={question.asked.trim()}
      instead={value.instead}
      faults={value.faults}
      wayTo={(text) => (
        <button type="button" class="source-update" onClick={() => onAsk(text)}>
          <bdi>{text}</bdi>
        </button>
      )}
    />
  );
  if (countFound(value) === 0)
    return (
      <>
        <Nothing title="look_up_no_words" />
        {notices}
        {children}
      </>
    );
  return (
    <>
      <h1 class="title">{translate('look_up_found', question.asked.trim())}</h1>
      {notices}
      {value.inLibrary !== null && <AllInLibrary total={value.inLibrary} onGo={onAll} />}
      <FoundLists results={value} onOpen={onOpen} />
    </>
  );
}

function Nothing({ title }: { readonly title: 'look_up_no_address' | 'look_up_no_words' }) {
  const translate = useWords();
  return (
    <>
      <h1 class="title">{translate(title)}</h1>
      <p class="notice">{translate(`${title}_note`)}</p>
    </>
  );
}

/** One sentence for those who do not see the answer come. */
export function announce(translate: Translate, language: string | undefined, outcome: Props['outcome']): string {
  if (outcome === null) return '';
  if (!outcome.ok) return translate('page_failed');
  const { value } = outcome;
  if (value.kind === 'address') {
    const { match, publication } = value.gloss;
    if (match.sureness === 'none') return translate('look_up_no_address');
    return `${translate(`sureness_${match.sureness}`)}: ${publication?.title ?? translate('title_related')}`;
  }
  if (countFound(value) === 0) return translate('look_up_no_words');
  const totals = (['publications', 'recommendations', 'posts'] as const).map((what) =>
    sayCount(translate, language, what, value[what].total),
  );
  const said = translate('look_up_totals', ...totals);
  const all = value.notes.total === 0 ? said : `${said}, ${sayCount(translate, language, 'notes', value.notes.total)}`;
  return [sayInstead(translate, value.instead), all].filter(Boolean).join(' ');
}

function sayInstead(translate: Translate, instead: Instead | null): string {
  if (instead?.kind === 'spelling') return `${translate('search_instead')} ${instead.text}.`;
  return instead?.kind === 'some' ? translate('search_some') : '';
}

function countFound(answer: LookUpAnswer & { readonly kind: 'words' }): number {
  return answer.publications.total + answer.recommendations.total + answer.posts.total + answer.notes.total;
}
