import { useId, useRef, useState } from 'preact/hooks';
import { type RecommendationLine, standingOf } from '../../core/follow-up/line.ts';
import { joinUndo, undoOf } from '../../core/follow-up/undo.ts';
import { addressOfRoute } from '../../core/library-route.ts';
import type { FollowUp } from '../../core/model/own.ts';
import type { FollowUpEdit } from '../../core/own/change.ts';
import { useWords } from '../words.ts';
import { OwnDayField } from './day-field.tsx';
import type { Unkept } from './draft.ts';
import { EvidenceList } from './follow-up-evidence.tsx';
import { History } from './follow-up-history.tsx';
import { StandingFields } from './follow-up-standing.tsx';
import { KeepingLine, TextField } from './text-field.tsx';

type FollowedLine = Pick<RecommendationLine, 'subject' | 'state' | 'followUp'>;

interface FollowUpProps {
  readonly line: FollowedLine;
  /** Has a field changed in what is stored; null where that is kept. */
  readonly onEdit: (edit: FollowUpEdit) => Promise<Unkept | null>;
}

/** Everything that can be noted of a recommendation; each change is kept at once. */
export function FollowUpEditor({ line, onEdit }: FollowUpProps) {
  const translate = useWords();
  const { edit, undo, onUndo, unkept } = useEdits(line.followUp, onEdit);
  const { followUp } = line;
  const ids = useId();
  const newId = () => `${ids}-${crypto.randomUUID()}`;
  return (
    <div class="follow-editor">
      <WordsNotice line={line} onKeepNew={() => void edit({ field: 'subject', to: line.subject })} />
      <div class="follow-row">
        <StandingFields standing={standingOf(line)} onEdit={(each) => void edit(each)} />
        <CheckOn followUp={followUp} onEdit={(each) => void edit(each)} />
      </div>
      <TextField
        label={translate('follow_remark')}
        texts={followUp?.remarks ?? []}
        keep={(from, to) => edit({ field: 'remark', from, to })}
      />
      <EvidenceList
        evidence={followUp?.evidence ?? []}
        onKeep={(from, to) => edit({ field: 'evidence', from, to })}
        newId={newId}
      />
      <Foot undo={undo} onUndo={onUndo} unkept={unkept} />
      {followUp !== null && <History followUp={followUp} />}
    </div>
  );
}

/** What a narrow pane has room for; the library page has the rest. */
export function ShortEditor({ line, onEdit }: FollowUpProps) {
  const translate = useWords();
  const { edit, undo, onUndo, unkept } = useEdits(line.followUp, onEdit);
  return (
    <div class="follow-editor">
      <div class="follow-row">
        <StandingFields standing={standingOf(line)} onEdit={(each) => void edit(each)} />
        <CheckOn followUp={line.followUp} onEdit={(each) => void edit(each)} />
      </div>
      <Foot undo={undo} onUndo={onUndo} unkept={unkept} />
      <a class="action" href={addressOfRoute({ view: 'post', id: line.subject.post })} target="_blank" rel="noopener">
        {translate('follow_more')}
      </a>
    </div>
  );
}

interface CheckProps {
  readonly followUp: FollowUp | null;
  readonly onEdit: (edit: FollowUpEdit) => void;
}

function CheckOn({ followUp, onEdit }: CheckProps) {
  const translate = useWords();
  return (
    <OwnDayField
      label={translate('follow_check_on')}
      day={followUp?.checkOn ?? null}
      onChange={(to) => onEdit({ field: 'checkOn', to })}
    />
  );
}

/** The edits that are made here: the last one can be taken back, and that again. */
function useEdits(followUp: FollowUp | null, onEdit: FollowUpProps['onEdit']) {
  const [undo, setUndo] = useState<FollowUpEdit | null>(null);
  const [unkept, setUnkept] = useState<Unkept | null>(null);
  const latest = useRef(followUp);
  latest.current = followUp;
  const edit = async (next: FollowUpEdit, isUndo = false): Promise<Unkept | null> => {
    const back = undoOf(next, latest.current);
    const outcome = await onEdit(next).catch((): Unkept => 'failed');
    // What is written is tried again, and says so where it stands.
    const isWritten = next.field === 'remark' || next.field === 'evidence';
    setUnkept(isWritten ? null : outcome);
    if (outcome === null) setUndo((before) => (isUndo ? back : joinUndo(before, back)));
    return outcome;
  };
  return {
    edit: (next: FollowUpEdit) => edit(next),
    undo,
    onUndo: () => {
      if (undo !== null) void edit(undo, true);
    },
    unkept,
  };
}

interface FootProps {
  readonly undo: FollowUpEdit | null;
  readonly onUndo: () => void;
  readonly unkept: Unkept | null;
}

function Foot({ undo, onUndo, unkept }: FootProps) {
  const translate = useWords();
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
