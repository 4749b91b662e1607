import { useId } from 'preact/hooks';
import { type RecommendationLine, standingOf } from '../../core/follow-up/line.ts';
import { addressOfRoute } from '../../core/library-route.ts';
import type { FollowUp } from '../../core/model/own.ts';
import { ownIdOf } from '../../core/own/subjects.ts';
import { useWords } from '../words.ts';
import { whyWaiting } from './choices.ts';
import { OwnDayField } from './day-field.tsx';
import { EvidenceList } from './follow-up-evidence.tsx';
import { History } from './follow-up-history.tsx';
import { StandingFields } from './follow-up-standing.tsx';
import { KeepingLine, TextField } from './text-field.tsx';
import { type Edits, type KeepEdit, useEdits } from './use-edits.ts';

type FollowedLine = Pick<RecommendationLine, 'subject' | 'state' | 'followUp'>;

interface FollowUpProps {
  readonly line: FollowedLine;
  readonly onEdit: KeepEdit;
}

/** Everything that can be noted of a recommendation; each change is kept at once. */
export function FollowUpEditor({ line, onEdit }: FollowUpProps) {
  const translate = useWords();
  const name = ownIdOf('follow-up', line.subject);
  const edits = useEdits(name, line.followUp, onEdit);
  const { followUp } = line;
  const { edit } = edits;
  const ids = useId();
  const newId = () => `${ids}-${crypto.randomUUID()}`;
  return (
    <div class="follow-editor">
      <WordsNotice line={line} onKeepNew={() => void edit({ field: 'subject', to: line.subject })} />
      <ChoiceFields followUp={followUp} edits={edits} />
      <TextField
        name={`${name} remark`}
        label={translate('follow_remark')}
        texts={followUp?.remarks ?? []}
        keep={(from, to) => edit({ field: 'remark', from, to })}
      />
      <EvidenceList
        name={`${name} evidence`}
        evidence={followUp?.evidence ?? []}
        onKeep={(from, to) => edit({ field: 'evidence', from, to })}
        newId={newId}
      />
      <Foot {...edits} />
      {followUp !== null && <History followUp={followUp} />}
    </div>
  );
}

/** What a narrow pane has room for; the library page has the rest. */
export function ShortEditor({ line, onEdit }: FollowUpProps) {
  const translate = useWords();
  const edits = useEdits(ownIdOf('follow-up', line.subject), line.followUp, onEdit);
  return (
    <div class="follow-editor">
      <ChoiceFields followUp={line.followUp} edits={edits} />
      <Foot {...edits} />
      <a class="action" href={addressOfRoute({ view: 'post', id: line.subject.post })} target="_blank" rel="noopener">
        {translate('follow_more')}
      </a>
    </div>
  );
}

interface ChoicesProps {
  readonly followUp: FollowUp | null;
  readonly edits: Edits;
}

/** What is chosen, as it was chosen last, also where that is not kept yet. */
function ChoiceFields({ followUp, edits: { edit, waiting } }: ChoicesProps) {
  const translate = useWords();
  const stored = standingOf({ followUp });
  const standing = {
    response: waiting.response?.edit.to ?? stored.response,
    progress: waiting.progress?.edit.to ?? stored.progress,
  };
  return (
    <div class="follow-row">
      <StandingFields standing={standing} onEdit={(each) => void edit(each)} />
      <OwnDayField
        label={translate('follow_check_on')}
        day={waiting.checkOn === undefined ? (followUp?.checkOn ?? null) : waiting.checkOn.edit.to}
        onChange={(to) => void edit({ field: 'checkOn', to })}
      />
    </div>
  );
}

function Foot({ undo, onUndo, waiting }: Omit<Edits, 'edit'>) {
  const translate = useWords();
  const unkept = whyWaiting(waiting);
  if (unkept !== null) return <KeepingLine keeping={unkept} />;
  return (
    <p class="follow-ways">
      <span role="status">{undo !== null && translate('follow_kept')}</span>{' '}
      {undo !== null && (
        <button type="button" class="action" onClick={onUndo}>
          {translate('follow_undo')}
        </button>
      )}
    </p>
  );
}

interface NoticeProps {
  readonly line: FollowedLine;
  readonly onKeepNew: () => void;
}

/** Says where the words are not those that the follow-up is about, with both. */
function WordsNotice({ line: { subject, state, followUp }, onKeepNew }: NoticeProps) {
  const translate = useWords();
  if (state === 'present' || followUp === null) return null;
  if (state === 'gone') return <p class="follow-notice">{translate('follow_gone_about')}</p>;
  return (
    <div class="follow-notice">
      <p class="follow-said">{translate('follow_words_changed')}</p>
      <dl class="follow-wordings">
        <dt>{translate('follow_words_then')}</dt>
        <dd class="follow-quoted" dir="auto">
          {followUp.subject.words}
        </dd>
        <dt>{translate('follow_words_now')}</dt>
        <dd class="follow-quoted" dir="auto">
          {subject.words}
        </dd>
      </dl>
      <button type="button" class="action" onClick={onKeepNew}>
        {translate('follow_keep_new')}
      </button>
    </div>
  );
}
