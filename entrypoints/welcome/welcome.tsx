import { MarkKinds } from '../../components/mark-kinds.tsx';
import type { AccessDoors } from '../../components/use-allowed-sites.ts';
import { useWords } from '../../components/words.ts';
import type { Gloss } from '../../core/gloss/gloss.ts';
import type { MessageKey } from '../../core/message-key.ts';
import { MissingAccess } from './access.tsx';
import { HowToOpen } from './how-to-open.tsx';
import { Sample } from './sample.tsx';

interface Props {
  /** What a card shows; null where the library has nothing fit to show. */
  readonly sample: Gloss | 'waiting' | 'failed' | null;
  readonly onTryAgain: () => void;
  /** The keys that open a card; empty where none are set, null where the browser has no shortcuts, as on Android. */
  readonly shortcut: string | null;
  readonly access: AccessDoors;
}

export function Welcome({ sample, shortcut, access, onTryAgain }: Props) {
  const translate = useWords();
  return (
    <>
      <header class="welcome-head">
        <img class="welcome-icon" src="/icon/128.png" alt="" width="80" height="80" />
        <h1 class="page-title">{translate('welcome_heading')}</h1>
        <p class="lead">{translate('welcome_lead')}</p>
      </header>
      <MissingAccess access={access} />
      <section class="part">
        <h2 class="page-heading">{translate('mark_kinds')}</h2>
        <MarkKinds />
      </section>
      {sample === 'failed' && <NoSample onTryAgain={onTryAgain} />}
      {typeof sample === 'object' && sample !== null && <Sample gloss={sample} />}
      <HowToOpen shortcut={shortcut} />
      <section class="part notices">
        <Notice title="welcome_private" text="note_privacy" />
        <Notice title="welcome_independent" text="note_affiliation" />
        <Notice title="welcome_switch_off" text="welcome_switch_off_how" />
      </section>
      <p class="paragraph end">
        <a class="button" href="/options.html">
          {translate('welcome_options')}
        </a>
      </p>
    </>
  );
}

function NoSample({ onTryAgain }: Pick<Props, 'onTryAgain'>) {
  const translate = useWords();
  return (
    <section class="part">
      <h2 class="page-heading">{translate('welcome_card')}</h2>
      <p class="about">{translate('page_failed')}</p>
      <button type="button" class="button" onClick={onTryAgain}>
        {translate('page_try_again')}
      </button>
    </section>
  );
}

function Notice({ title, text }: { readonly title: MessageKey; readonly text: MessageKey }) {
  const translate = useWords();
  return (
    <div>
      <h2 class="page-heading">{translate(title)}</h2>
      <p class="paragraph">{translate(text)}</p>
    </div>
  );
}
