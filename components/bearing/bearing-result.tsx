import { useId } from 'preact/hooks';
import type { Quote } from '../../core/bearing/quote.ts';
import type { RecommendationSubject } from '../../core/model/own.ts';
import type { BearingPassage, FoundBearing, PageBearing } from '../../core/protocol/bearing.ts';
import { BoundedList } from '../bounded-list.tsx';
import { useCount, useWords } from '../words.ts';
import { SubjectLine } from './subject-line.tsx';
import type { Looked } from './use-look.ts';

interface Taking {
  readonly add: (subject: RecommendationSubject, quote: Quote) => Promise<void>;
  readonly has: (subject: RecommendationSubject, quote: Quote) => boolean;
}

interface Props {
  readonly looked: Looked;
  readonly evidence: Taking;
  readonly onShow: (id: string) => void;
}

const SAID = {
  nothing: null,
  looking: 'bearing_looking',
  failed: 'bearing_failed',
  closed: 'bearing_closed',
  left: 'bearing_left',
  none: 'bearing_no_recommendations',
} as const;

/** What came of looking: how it went in a sentence, and what was found by recommendation. */
export function BearingResult({ looked, evidence, onShow }: Props) {
  const translate = useWords();
  const said = looked.kind === 'looked' ? null : SAID[looked.kind];
  return (
    <>
      <div role="status">
        {said !== null && <p class="notice">{translate(said)}</p>}
        {looked.kind === 'looked' && <Summary bearing={looked.bearing} />}
      </div>
      {looked.kind === 'looked' && looked.bearing.found.length > 0 && (
        <BoundedList items={looked.bearing.found} first={20} className="bearing-found">
          {(found) => (
            <li key={`${found.subject.post} ${found.subject.number}`} class="bearing-recommendation">
              <SubjectLine subject={found.subject} />
              <Passages found={found} evidence={evidence} onShow={onShow} />
            </li>
          )}
        </BoundedList>
      )}
    </>
  );
}

function Summary({ bearing }: { readonly bearing: PageBearing }) {
  const translate = useWords();
  const say = useCount();
  const { found, recommendations, words, isCut, hasFrames, followsNone } = bearing;
  if (words === 0) return <p class="notice">{translate('bearing_no_text')}</p>;
  const passages = new Set(found.flatMap((each) => each.passages.map(({ id }) => id))).size;
  return (
    <>
      <p class="bearing-line">
        {passages === 0
          ? translate('bearing_nothing')
          : translate('bearing_found', say('passages', passages), say('recommendations', found.length))}
      </p>
      <p class="bearing-quiet">
        {translate('bearing_looked_for', say('recommendations', recommendations), say('words', words))}
        {isCut && ` ${translate('bearing_cut')}`}
        {hasFrames && ` ${translate('bearing_frames')}`}
        {followsNone && ` ${translate('bearing_none_followed')}`}
      </p>
    </>
  );
}

interface PassagesProps {
  readonly found: FoundBearing;
  readonly evidence: Taking;
  readonly onShow: (id: string) => void;
}

function Passages({ found: { subject, passages }, evidence, onShow }: PassagesProps) {
  return (
    <BoundedList items={passages} first={5} className="bearing-passages">
      {(passage) => (
        <li key={passage.id}>
          <Passage passage={passage} onShow={() => onShow(passage.id)}>
            {{
              isEvidence: evidence.has(subject, passage.quote),
              onUse: () => void evidence.add(subject, passage.quote),
            }}
          </Passage>
        </li>
      )}
    </BoundedList>
  );
}

interface PassageProps {
  readonly passage: BearingPassage;
  readonly onShow: () => void;
  readonly children: { readonly isEvidence: boolean; readonly onUse: () => void };
}

/** UTF-16 units of a passage that name it. */
const NAMED = 60;

function Passage({ passage: { quote, words }, onShow, children: { isEvidence, onUse } }: PassageProps) {
  const translate = useWords();
  const id = useId();
  const { exact } = quote;
  const name = exact.length > NAMED ? `${exact.slice(0, NAMED).trimEnd()}…` : exact;
  return (
    <>
      <button type="button" class="item" aria-describedby={id} onClick={onShow}>
        <span class="item-text" dir="auto">
          {exact}
        </span>
      </button>
      <p class="bearing-why">
        <span id={id}>{translate('passage_words', words.join(', '))}</span>{' '}
        {isEvidence ? (
          <strong>{translate('bearing_is_evidence')}</strong>
        ) : (
          <button type="button" class="action" aria-label={translate('bearing_use_title', name)} onClick={onUse}>
            {translate('bearing_use')}
          </button>
        )}
      </p>
    </>
  );
}
