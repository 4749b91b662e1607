import type { PostTime } from '../core/model/ids.ts';
import { CloseButton } from './close-button.tsx';
import { showMinute, showNumber } from './dates.ts';
import type { Subject } from './passages.ts';
import { useLanguage, useWords } from './words.ts';

/** What is said about one passage, and why that is thought. */
export interface PassageRemark extends Subject {
  readonly text: string;
  readonly time: PostTime;
  readonly words: readonly string[];
}

interface Props {
  readonly remarks: readonly PassageRemark[];
  /** Absent where there is no panel to show it in. */
  readonly onShowInPanel?: ((subject: Subject) => void) | undefined;
  readonly onClose: () => void;
}

export function PassageRemarks({ remarks, onShowInPanel, onClose }: Props) {
  const translate = useWords();
  const language = useLanguage();
  return (
    <>
      <CloseButton onClose={onClose} />
      {remarks.map((remark) => (
        <div class="remark" key={`${remark.post} ${remark.recommendation}`}>
          <p class="when">
            {remark.recommendation === null
              ? translate('passage_post')
              : translate('passage_recommendation', showNumber(remark.recommendation, language))}
            {' · '}
            {showMinute(remark.time, language)}
          </p>
          <p class="text">{remark.text}</p>
          <p class="notice">{translate('passage_words', remark.words.join(', '))}</p>
          {onShowInPanel !== undefined && (
            <button type="button" class="in-panel" onClick={() => onShowInPanel(remark)}>
              {translate('passage_in_panel')}
            </button>
          )}
        </div>
      ))}
    </>
  );
}
