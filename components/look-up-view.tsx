import type { ComponentChildren } from 'preact';
import type { HitKey, LookUpAnswer, Question } from '../core/protocol/look-up.ts';
import type { Result } from '../core/result.ts';
import { AllInLibrary } from './all-in-library.tsx';
import { sayCount } from './counts.ts';
import { Failed } from './failed.tsx';
import { FoundLists } from './found-lists.tsx';
import { GlossView } from './gloss-view.tsx';
import { LibraryWay } from './library-way.tsx';
import { LinkedByWay } from './linked-by/linked-by-way.tsx';
import type { PaneActions } from './pane-actions.ts';
import { type Translate, useWords } from './words.ts';

interface Props {
  readonly question: Question;
  readonly outcome: Result<LookUpAnswer, unknown> | null;
  readonly describeMore: PaneActions['describeMore'];
  readonly countInLibrary: PaneActions['countInLibrary'];
  readonly onOpen: (found: HitKey) => void;
  readonly onTryAgain: () => void;
  /** Opens the library with the same words. */
  readonly onAll: () => void;
  /** What a reader can do where nothing is found. */
  readonly children: ComponentChildren;
}

const NO_NOTES = { items: [], total: 0 };

/** What a look-up gives: an address's gloss, or lists of what was found. */
export function LookUpView(props: Props) {
  const { question, outcome, describeMore, countInLibrary, onOpen, onTryAgain, onAll, children } = props;
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
  if (countFound(value) === 0)
    return (
      <>
        <Nothing title="look_up_no_words" />
        {children}
      </>
    );
  return (
    <>
      <h1 class="title">{translate('look_up_found', question.asked.trim())}</h1>
      <AllInLibrary asked={question.asked.trim()} countInLibrary={countInLibrary} onGo={onAll} />
      <FoundLists results={value} notes={value.notes ?? NO_NOTES} onOpen={onOpen} />
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
  return value.notes === undefined ? said : `${said}, ${sayCount(translate, language, 'notes', value.notes.total)}`;
}

function countFound(answer: LookUpAnswer & { readonly kind: 'words' }): number {
  return answer.publications.total + answer.recommendations.total + answer.posts.total + (answer.notes?.total ?? 0);
}
