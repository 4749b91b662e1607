import type { FrameMarks } from '../core/messages.ts';
import { showNumber } from './dates.ts';
import { useLanguage, useWords } from './words.ts';

interface Props {
  readonly frames: readonly FrameMarks[];
  readonly onShow: (frameId: number, id: number) => void;
}

/** The marks of a page, on links and in text, frame by frame; choosing one shows it there. */
export function MarkList({ frames, onShow }: Props) {
  const translate = useWords();
  const language = useLanguage();
  const count = frames.reduce((sum, { marks }) => sum + marks.length, 0);
  if (count === 0) return null;
  return (
    <section>
      <h2>
        {translate('heading_marks')} <small>{showNumber(count, language)}</small>
      </h2>
      <ul class="items marks">
        {frames.flatMap(({ frameId, marks }) =>
          marks.map(({ id, text, address, sureness }) => (
            <li key={`${frameId}/${id}`}>
              <button type="button" class={`item ${sureness}`} onClick={() => onShow(frameId, id)}>
                <span class="item-title">{text || address}</span>{' '}
                <span class="item-meta">{translate(`sureness_${sureness}`)}</span>
                {frameId !== 0 && <span class="item-meta"> {translate('mark_in_frame')}</span>}
              </button>
            </li>
          )),
        )}
      </ul>
    </section>
  );
}
