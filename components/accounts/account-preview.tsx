import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Purpose } from '../../core/network/purpose.ts';
import type { AccountPreview } from '../../core/protocol/accounts.ts';
import type { Keep } from '../../core/sources/bluesky/kept.ts';
import { showNumber } from '../dates.ts';
import { useCount, useLanguage, useWords } from '../words.ts';
import { Bio } from './bio.tsx';
import { KeepRadios } from './keep-choice.tsx';
import { Name } from './name.tsx';
import { type Trouble, TroubleText } from './trouble.tsx';

interface Props {
  readonly preview: AccountPreview;
  readonly isAdding: boolean;
  readonly trouble: Trouble | null;
  readonly now: number;
  readonly onAdd: (keep: Keep) => void;
  readonly onLeave: () => void;
  readonly onNeedConsent: (purpose: Purpose) => void;
}

/** What an account says of itself and of the Institute, before anything of it is kept. */
export function AccountPreviewBox({ preview, isAdding, trouble, now, onAdd, onLeave, onNeedConsent }: Props) {
  const translate = useWords();
  const [keep, setKeep] = useState<Keep>('reports');
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  const { profile, isAdded } = preview;
  return (
    <div class="accounts-row accounts-preview">
      <h3 ref={heading} class="accounts-name" tabIndex={-1}>
        <Name {...profile} />
      </h3>
      <Bio text={profile.bio} />
      <p class="about">
        <Figures preview={preview} />
      </p>
      {isAdded ? <p class="paragraph">{translate('preview_added')}</p> : <KeepRadios keep={keep} onKeep={setKeep} />}
      <p class="about accounts-trouble" role="status">
        {trouble !== null && <TroubleText trouble={trouble} now={now} onNeedConsent={onNeedConsent} />}
      </p>
      <div class="accounts-buttons">
        {!isAdded && (
          <button
            type="button"
            class="button accounts-main"
            aria-disabled={isAdding}
            onClick={() => isAdding || onAdd(keep)}
          >
            {translate(isAdding ? 'preview_adding' : 'preview_add')}
          </button>
        )}
        <button type="button" class="button" onClick={onLeave}>
          {translate(isAdded ? 'close' : 'preview_cancel')}
        </button>
      </div>
    </div>
  );
}

function Figures({ preview: { profile, looked, speaking } }: Pick<Props, 'preview'>) {
  const translate = useWords();
  const language = useLanguage();
  const count = useCount();
  const [all, some] = [looked, speaking].map((number) => showNumber(number, language)) as [string, string];
  if (looked === 0) return <>{translate('preview_no_posts')}</>;
  return (
    <>
      {profile.posts !== null && `${translate('preview_posts', count('posts', profile.posts))} `}
      {speaking === 0 ? translate('preview_silent', all) : translate('preview_speaking', some, all)}
    </>
  );
}
