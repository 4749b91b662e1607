import type { FeedOrigin } from '../../../core/gloss/gloss.ts';
import type { PublicationDetails } from '../../../core/protocol/library-page.ts';
import { useWords } from '../../words.ts';
import { FeedRow } from './feed-row.tsx';
import { OverTime } from './over-time.tsx';
import { PageLink } from './page-link.tsx';
import { PublicationLink } from './publication-link.tsx';
import { Record, RecordList, RecordRow } from './record.tsx';

interface Props {
  readonly details: PublicationDetails;
  readonly feeds: readonly FeedOrigin[];
}

const itself = (text: string) => text;

/** Where a publication is, what else it is called, and who speaks of it when. */
export function PublicationRecord({ details: { publication, months, coverageOf }, feeds }: Props) {
  const translate = useWords();
  const { addresses, displayForms, otherTitles } = publication;
  return (
    <Record>
      <RecordList name={translate('library_browse_addresses')} items={addresses} keyOf={itself}>
        {(address) => <PageLink address={address} />}
      </RecordList>
      <RecordList name={translate('library_browse_shown_as')} items={displayForms} keyOf={itself}>
        {(form) => <bdi dir="ltr">{form}</bdi>}
      </RecordList>
      <RecordList name={translate('library_browse_also_called')} items={otherTitles} keyOf={itself}>
        {(title) => <bdi>{title}</bdi>}
      </RecordList>
      {coverageOf !== null && (
        <RecordRow name={translate('library_browse_coverage_of')}>
          <PublicationLink publication={coverageOf} />
        </RecordRow>
      )}
      {months.length > 0 && (
        <RecordRow name={translate('library_browse_over_time')}>
          <OverTime months={months} />
        </RecordRow>
      )}
      <FeedRow feeds={feeds} />
    </Record>
  );
}
