import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import type { Gloss } from '../../../core/gloss/gloss.ts';
import { addressOfRoute } from '../../../core/library-route.ts';
import { keyPart } from '../../../core/message-key.ts';
import type { PublicationDetails } from '../../../core/protocol/library-page.ts';
import { Beside } from '../../beside.ts';
import { Citations } from '../../citations.tsx';
import { Counts } from '../../gloss-head.tsx';
import { POSTS, RECOMMENDATIONS } from '../../gloss-view.tsx';
import { Guarded } from '../../guarded.tsx';
import type { DescribeMore } from '../../use-more.ts';
import { usePagedGloss } from '../../use-paged-gloss.ts';
import { useWords } from '../../words.ts';
import { ViewHeading } from '../view-heading.tsx';
import { PublicationRecord } from './publication-record.tsx';
import { Said } from './said.tsx';

interface Props {
  readonly details: PublicationDetails;
  readonly gloss: Gloss;
  readonly describeMore: DescribeMore;
  /** What can be done with all of it. */
  readonly children?: ComponentChildren;
}

/** A publication by itself: what it is, where it is, and all that is said about it. */
export function PublicationPage({ details, gloss: first, describeMore, children }: Props) {
  const translate = useWords();
  const beside = useContext(Beside);
  const paged = usePagedGloss(first, describeMore);
  const { gloss, show } = paged;
  const { id, title, titleIsCertain } = details.publication;
  return (
    <article class="view-article">
      <header class="view-head">
        <Kind details={details} />
        <ViewHeading title={title} />
        {!titleIsCertain && <p class="view-notice">{translate('title_uncertain')}</p>}
        <div class="gloss view-ways">
          <Counts gloss={gloss} onShowRecommendations={() => show(RECOMMENDATIONS)} onShowPosts={() => show(POSTS)} />
          <Citations publication={details.publication} />
          <p class="view-way">
            <a class="action" href={addressOfRoute({ view: 'compare', first: id, second: null })}>
              {translate('library_browse_compare')}
            </a>
          </p>
          {beside({ publication: details.publication })}
        </div>
        {children}
      </header>
      <PublicationRecord details={details} feeds={gloss.feeds} />
      {gloss.counts.posts === 0 && <p class="view-about">{translate('library_browse_no_posts')}</p>}
      <Guarded of={gloss}>
        <Said paged={paged} />
      </Guarded>
    </article>
  );
}

export function Kind({ details: { publication } }: Pick<Props, 'details'>) {
  const translate = useWords();
  const { kind, siteName } = publication;
  return (
    <p class="view-kind">
      {translate(`kind_${keyPart(kind)}`)}
      {siteName !== null && ` · ${siteName}`}
    </p>
  );
}
