import type { FrameMarks } from '../core/messages.ts';
import { useWords } from './words.ts';

interface Props {
  readonly frames: readonly FrameMarks[];
  readonly onShow: (frameId: number, id: number) => void;
}

/** The marked links of a page; choosing one shows it there. */
export function MarkList({ frames, onShow }: Props) {
  const translate = useWords();
  return (
    <section>
      <h2>{translate('heading_marks')}</h2>
      <ul class="marks">
        {frames.flatMap(({ frameId, marks }) =>
          marks.map(({ id, text, address, sureness }) => (
            <li key={`${frameId}/${id}`}>
              <button type="button" onClick={() => onShow(frameId, id)}>
                {text || address} <small>{translate(`sureness_${sureness}`)}</small>
              </button>
            </li>
          )),
        )}
      </ul>
    </section>
  );
}
