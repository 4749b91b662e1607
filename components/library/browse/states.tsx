import { addressOfRoute, type LibraryRoute } from '../../../core/library-route.ts';
import { useWords } from '../../words.ts';
import { ViewHeading } from '../view-heading.tsx';

/** Before the first answer; it shows only where that takes its time. */
export function Waiting() {
  const translate = useWords();
  return (
    <p class="view-waiting" role="status">
      {translate('more_waiting')}
    </p>
  );
}

interface FailedProps {
  readonly onTryAgain: () => void;
}

/** In place of what could not be loaded. */
export function NotLoaded({ onTryAgain }: FailedProps) {
  const translate = useWords();
  return (
    <>
      <ViewHeading title={translate('library_browse_failed')} />
      <p class="view-about">{translate('library_browse_failed_about')}</p>
      <button type="button" class="button" onClick={onTryAgain}>
        {translate('page_try_again')}
      </button>
    </>
  );
}

/** Above what was loaded before, where it could not be loaded anew. */
export function Outdated({ onTryAgain }: FailedProps) {
  const translate = useWords();
  return (
    <p class="view-outdated" role="status">
      {translate('library_browse_outdated')}{' '}
      <button type="button" class="button" onClick={onTryAgain}>
        {translate('page_try_again')}
      </button>
    </p>
  );
}

interface NothingProps {
  readonly title: string;
  readonly about: string;
  /** What a reader can do now. */
  readonly next: { readonly label: string; readonly route: LibraryRoute };
}

/** In place of what is not there, with the next step. */
export function Nothing({ title, about, next }: NothingProps) {
  return (
    <>
      <ViewHeading title={title} />
      <p class="view-about">{about}</p>
      <p class="view-next">
        <a class="button" href={addressOfRoute(next.route)}>
          {next.label}
        </a>
      </p>
    </>
  );
}

/** What has an address, and is no longer there. */
export function Gone({ next }: { readonly next?: NothingProps['next'] | undefined }) {
  const translate = useWords();
  const search = {
    label: translate('library_browse_search'),
    route: { view: 'search', text: '', order: 'day' },
  } as const satisfies NothingProps['next'];
  return (
    <Nothing
      title={translate('library_browse_gone')}
      about={translate('library_browse_gone_about')}
      next={next ?? search}
    />
  );
}
