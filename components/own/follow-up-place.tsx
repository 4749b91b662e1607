import { useContext, useEffect, useMemo, useState } from 'preact/hooks';
import { isDue, standingOf } from '../../core/follow-up/line.ts';
import type { FollowUp, RecommendationSubject } from '../../core/model/own.ts';
import type { FollowUpEdit } from '../../core/own/change.ts';
import { hasSameWords, keysOfRecommendation } from '../../core/own/keys.ts';
import { subjectOfRecommendation } from '../../core/own/subjects.ts';
import type { Item } from '../beside.ts';
import { BesideForm } from '../beside-form.ts';
import { showDay } from '../dates.ts';
import { useToday } from '../use-today.ts';
import { useLanguage, useWords } from '../words.ts';
import type { Unkept } from './draft.ts';
import { sayProgress, sayResponse } from './follow-up-words.ts';
import { type Own, OwnContext } from './own.ts';
import { NOTHING } from './records.ts';
import { useOwn } from './use-own.ts';
import { whyUnkept } from './why-unkept.ts';

interface Props {
  readonly item: Extract<Item, { readonly recommendation: unknown }>;
}

interface Line {
  readonly subject: RecommendationSubject;
  readonly state: 'present' | 'changed';
  readonly followUp: FollowUp | null;
}

type Editors = typeof import('./follow-up.tsx');

/** What became of a recommendation, in a line that opens; the fields are loaded when it is first opened. */
export function FollowUpPlace({ item: { recommendation, publication } }: Props) {
  const own = useContext(OwnContext);
  const form = useContext(BesideForm);
  const [isOpen, setIsOpen] = useState(false);
  const editors = useEditors(isOpen);
  const { keys, subject } = useMemo(
    () => ({
      keys: keysOfRecommendation(recommendation, publication),
      subject: subjectOfRecommendation(recommendation, publication),
    }),
    [recommendation, publication],
  );
  // Until it is known nothing is: what comes then is mostly what stands there already, and moves nothing.
  const records = useOwn(keys) ?? NOTHING;
  if (own === null) return null;
  const line = lineOf(
    subject,
    records.filter((record): record is FollowUp => record.kind === 'follow-up'),
  );
  const Editor = form === 'line' ? editors?.ShortEditor : editors?.FollowUpEditor;
  return (
    <details class="follow-up" onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary class="follow-head">
        <Summary line={line} />
      </summary>
      {isOpen && Editor !== undefined && <Editor line={line} onEdit={(edit) => change(own, line, edit)} />}
    </details>
  );
}

/** What is about the same words goes before what was at the same place. */
function lineOf(subject: RecommendationSubject, followUps: readonly FollowUp[]): Line {
  const same = followUps.find((each) => hasSameWords(each.subject.words, subject.words));
  const followUp = same ?? followUps[0] ?? null;
  return { subject, followUp, state: followUp === null || followUp === same ? 'present' : 'changed' };
}

/** What is noted already is known by the words that it is about. */
async function change(own: Own, { subject, followUp }: Line, edit: FollowUpEdit): Promise<Unkept | null> {
  return whyUnkept(own.ask('changeFollowUp', { subject: followUp?.subject ?? subject, edit }).then(own.renew));
}

function useEditors(isWanted: boolean): Editors | null {
  const [editors, setEditors] = useState<Editors | null>(null);
  useEffect(() => {
    // Where that fails the extension is gone or new, and the page with it.
    if (isWanted && editors === null) import('./follow-up.tsx').then(setEditors, () => null);
  }, [isWanted, editors]);
  return editors;
}

function Summary({ line }: { readonly line: Line }) {
  const translate = useWords();
  const language = useLanguage();
  const { followUp, state } = line;
  const { response, progress } = standingOf(line);
  const checkOn = followUp?.checkOn ?? null;
  const isDueNow = isDue(line, useToday());
  const parts = [
    sayResponse(translate, response),
    sayProgress(translate, progress),
    ...(checkOn === null
      ? []
      : [translate(isDueNow ? 'follow_due_since' : 'follow_check_later', showDay(checkOn, language))]),
    ...(state === 'changed' ? [translate('follow_changed_short')] : []),
  ];
  return (
    <>
      {translate('follow_title')}
      {followUp !== null && `: ${parts.join(' · ')}`}
    </>
  );
}
