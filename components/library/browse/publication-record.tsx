import type { ComponentChildren } from 'preact';
import type { FeedOrigin } from '../../../core/gloss/gloss.ts';
import { addressOfRoute } from '../../../core/library-route.ts';
import type { PublicationDetails } from '../../../core/protocol/library-page.ts';
import { FeedOrigins } from '../../feed-origins.tsx';
import { useWords } from '../../words.ts';
import { OverTime } from './over-time.tsx';
import { PageLink } from './page-link.tsx';

interface Props {
  readonly details: PublicationDetails;
  readonly feeds: readonly FeedOrigin[];
}

/** What is known of a publication, as a catalogue has it. */
export function PublicationRecord({ details: { publication, months, coverageOf }, feeds }: Props) {
  const translate = useWords();
  const { addresses, displayForms, otherTitles } = publication;
  return (
    <dl class="record">
      {addresses.length > 0 && (
        <Row name={translate('library_browse_addresses')}>
          <List items={addresses} show={(address) => <PageLink address={address} />} />
        </Row>
      )}
      {displayForms.length > 0 && (
        <Row name={translate('library_browse_shown_as')}>
          <List items={displayForms} show={(form) => <bdi dir="ltr">{form}</bdi>} />
        </Row>
      )}
      {otherTitles.length > 0 && (
        <Row name={translate('library_browse_also_called')}>
          <List items={otherTitles} show={(title) => <span dir="auto">{title}</span>} />
        </Row>
      )}
      {coverageOf !== null && (
        <Row name={translate('library_browse_coverage_of')}>
          <a class="link" dir="auto" href={addressOfRoute({ view: 'publication', id: coverageOf.id })}>
            {coverageOf.title}
          </a>
        </Row>
      )}
      {months.length > 0 && (
        <Row name={translate('library_browse_over_time')}>
          <OverTime months={months} />
        </Row>
      )}
      {feeds.length > 0 && (
        <Row name={translate('library_browse_from')}>
          <div class="gloss record-feeds">
            <FeedOrigins feeds={feeds} />
          </div>
        </Row>
      )}
    </dl>
  );
}

function Row({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div class="record-row">
      <dt class="record-name">{name}</dt>
      <dd class="record-value">{children}</dd>
    </div>
  );
}

interface ListProps<Item extends string> {
  readonly items: readonly Item[];
  readonly show: (item: Item) => ComponentChildren;
}

function List<Item extends string>({ items, show }: ListProps<Item>) {
  return (
    <ul class="plain-list">
      {items.map((item) => (
        <li key={item}>{show(item)}</li>
      ))}
    </ul>
  );
}
