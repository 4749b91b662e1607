import { useEffect, useRef } from 'preact/hooks';
import type { LibraryState } from '../core/protocol/library-state.ts';
import type { Question } from '../core/protocol/look-up.ts';
import { Copying } from './copy-button.tsx';
import { Failed } from './failed.tsx';
import { GlossView } from './gloss-view.tsx';
import { KnownPublications } from './known-publications.tsx';
import { announce, LookUpAnswer } from './look-up-answer.tsx';
import { LookUpField } from './look-up-field.tsx';
import { moveAmongItems } from './move-among-items.ts';
import { type PageInFront, PageView } from './page-view.tsx';
import type { PaneDoors } from './pane-doors.ts';
import { PaneFoot } from './pane-foot.tsx';
import { PaneHead } from './pane-head.tsx';
import { NOTHING_ASKED, useLookUp } from './use-look-up.ts';
import { useOpened } from './use-opened.ts';
import { useLanguage, useWords } from './words.ts';

interface Props {
  readonly page: PageInFront;
  /** Null until the library has answered. */
  readonly library: LibraryState | null;
  /** What the reader asked elsewhere, as at a link; another object is another question. */
  readonly handed: Question | null;
  readonly doors: PaneDoors;
}

/** What the popup and the side panel both are: a look-up above, the page in front, and its site's switch below. */
export function Pane({ page, library, handed, doors }: Props) {
  const translate = useWords();
  const language = useLanguage();
  const field = useRef<HTMLInputElement>(null);
  const content = useRef<HTMLElement>(null);
  const { question, outcome, ask } = useLookUp(doors.lookUp);
  const { opened, open, close } = useOpened(doors.describeFound);
  const isLookingUp = question.asked.trim() !== '';

  const askAnew = (next: Question) => {
    close();
    ask(next);
  };
  const leave = () => {
    askAnew(NOTHING_ASKED);
    field.current?.focus();
  };
  /** True where the key was for the pane. */
  const answerKey = (key: string): boolean => {
    if (key === 'ArrowDown' || key === 'ArrowUp')
      return moveAmongItems(content.current, field.current, key === 'ArrowDown' ? 1 : -1);
    if (key !== 'Escape' || (opened === null && !isLookingUp)) return false;
    if (opened === null) leave();
    else close();
    return true;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a question is handed over once.
  useEffect(() => {
    if (handed !== null) askAnew(handed);
  }, [handed]);

  return (
    <>
      <PaneHead doors={doors}>
        <LookUpField
          asked={question.asked}
          field={field}
          onAsk={(asked) => askAnew({ asked, linkText: '' })}
          onDown={() => moveAmongItems(content.current, field.current, 1)}
        />
      </PaneHead>
      <Copying.Provider value={doors.onCopy}>
        <main
          ref={content}
          onKeyDown={(event) => {
            if (answerKey(event.key)) event.preventDefault();
          }}
        >
          {opened !== null && (
            <>
              <Back label={translate(isLookingUp ? 'back_to_found' : 'back_to_page')} onBack={close} isReached />
              {opened.gloss === null ? (
                <Failed onTryAgain={() => open(opened.found)} />
              ) : (
                <GlossView gloss={opened.gloss} />
              )}
            </>
          )}
          {isLookingUp && (
            <div hidden={opened !== null}>
              <Back label={translate('back_to_page')} onBack={leave} />
              <LookUpAnswer question={question} outcome={outcome} onOpen={open} onTryAgain={() => ask(question)}>
                <KnownPublications lookUp={doors.lookUp} onOpen={open} />
              </LookUpAnswer>
            </div>
          )}
          <div hidden={opened !== null || isLookingUp}>
            <PageView page={page} doors={doors} onOpen={open} />
          </div>
        </main>
      </Copying.Provider>
      <p role="status" class="unseen">
        {announce(translate, language, outcome)}
      </p>
      <PaneFoot page={page} library={library} onSwitchSite={doors.onSwitchSite} />
    </>
  );
}

interface BackProps {
  readonly label: string;
  readonly onBack: () => void;
  /** Whether the focus comes to it: what had the focus is no longer shown. */
  readonly isReached?: boolean;
}

function Back({ label, onBack, isReached = false }: BackProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isReached) button.current?.focus();
  }, [isReached]);
  return (
    <button ref={button} type="button" class="back" onClick={onBack}>
      {label}
    </button>
  );
}
