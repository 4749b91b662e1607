import { useState } from 'preact/hooks';
import { isWebAddress } from '../../core/follow-up/write-briefing.ts';
import type { Evidence } from '../../core/model/own.ts';
import { showDay } from '../dates.ts';
import { useLanguage, useWords } from '../words.ts';
import { OwnDayField } from './day-field.tsx';
import type { Unkept } from './draft.ts';
import { nameEvidence } from './follow-up-words.ts';
import { KeepingLine, PlainField } from './text-field.tsx';
import { useDraftOf } from './use-draft-of.ts';

/** Has one evidence take the place of another; null for one that was not there, or is not to be. */
export type KeepEvidence = (from: Evidence | null, to: Evidence | null) => Promise<Unkept | null>;

interface Props {
  readonly evidence: readonly Evidence[];
  readonly onKeep: KeepEvidence;
  /** A name that no other evidence has. */
  readonly newId: () => string;
}

/** What shows how a recommendation stands, and the fields for more of it. */
export function EvidenceList({ evidence, onKeep, newId }: Props) {
  const translate = useWords();
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  // One that is being added stays in its fields when it comes to be there.
  const listed = open?.isNew === true ? evidence.filter(({ id }) => id !== open.id) : evidence;
  return (
    <fieldset class="follow-evidence">
      <legend class="follow-label">{translate('follow_evidence')}</legend>
      {listed.length > 0 && (
        <ul class="follow-list">
          {listed.map((each) => (
            <li key={each.id} class="follow-item">
              {each.id === open?.id ? (
                <EvidenceFields id={each.id} stored={each} onKeep={onKeep} onDone={close} />
              ) : (
                <EvidenceItem
                  evidence={each}
                  onChange={() => setOpen({ id: each.id, isNew: false })}
                  onRemove={() => void onKeep(each, null)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {open?.isNew === true ? (
        <EvidenceFields
          key={open.id}
          id={open.id}
          stored={evidence.find(({ id }) => id === open.id) ?? null}
          onKeep={onKeep}
          onDone={close}
        />
      ) : (
        <button type="button" class="action" onClick={() => setOpen({ id: newId(), isNew: true })}>
          {translate('follow_evidence_add')}
        </button>
      )}
    </fieldset>
  );
}

/** The evidence whose fields are open. */
interface Open {
  readonly id: string;
  readonly isNew: boolean;
}

interface ItemProps {
  readonly evidence: Evidence;
  readonly onChange: () => void;
  readonly onRemove: () => void;
}

function EvidenceItem({ evidence, onChange, onRemove }: ItemProps) {
  const translate = useWords();
  const name = nameEvidence(translate, evidence);
  return (
    <>
      <EvidenceText evidence={evidence} />
      <p class="follow-ways">
        <button
          type="button"
          class="action"
          aria-label={translate('follow_evidence_change_title', name)}
          onClick={onChange}
        >
          {translate('follow_evidence_change')}
        </button>{' '}
        <button
          type="button"
          class="action"
          aria-label={translate('follow_evidence_remove_title', name)}
          onClick={onRemove}
        >
          {translate('follow_evidence_remove')}
        </button>
      </p>
    </>
  );
}

/** An evidence as it was written; an address of the web leads there, and tells that page nothing of ours. */
export function EvidenceText({ evidence }: { readonly evidence: Evidence }) {
  const translate = useWords();
  const language = useLanguage();
  const { address, title, quotation, day, remark } = evidence;
  const name = title || address;
  return (
    <>
      <p class="follow-source" dir="auto">
        {isWebAddress(address) ? (
          <a class="link" href={address} target="_blank" rel="noopener noreferrer">
            {name}
            <span aria-hidden="true"> ↗</span>
            <span class="unseen"> ({translate('library_browse_new_tab')})</span>
          </a>
        ) : (
          [title, address].filter((text) => text !== '').join(' · ')
        )}
        {day !== null && ` · ${showDay(day, language)}`}
      </p>
      {quotation !== '' && (
        <blockquote class="follow-quoted" dir="auto">
          {quotation}
        </blockquote>
      )}
      {remark !== '' && (
        <p class="follow-said" dir="auto">
          {remark}
        </p>
      )}
    </>
  );
}

interface FieldsProps {
  readonly id: string;
  /** Null for one that is not there yet. */
  readonly stored: Evidence | null;
  readonly onKeep: KeepEvidence;
  readonly onDone: () => void;
}

/** Kept while it is written; one without anything is not there. */
function EvidenceFields({ id, stored, onKeep, onDone }: FieldsProps) {
  const translate = useWords();
  const draft = useDraftOf(stored === null ? [] : [writeEvidence(stored)], (from, to) =>
    onKeep(readEvidence(from), readEvidence(to)),
  );
  const { text, keeping } = draft.read();
  const evidence = readEvidence(text) ?? { id, address: '', title: '', quotation: '', day: null, remark: '' };
  const change = (changed: Partial<Evidence>) => draft.write(writeEvidence({ ...evidence, ...changed }));
  const field = (name: 'address' | 'title' | 'quotation' | 'remark', label: string) => (
    <div class="follow-field">
      <PlainField
        label={label}
        text={evidence[name]}
        isLong={name === 'quotation' || name === 'remark'}
        mode={name === 'address' ? 'url' : 'text'}
        onWrite={(written) => change({ [name]: written })}
        onLeave={draft.flush}
      />
    </div>
  );
  return (
    <div class="follow-fields">
      {field('address', translate('follow_evidence_address'))}
      {field('title', translate('follow_evidence_title'))}
      {field('quotation', translate('follow_evidence_quotation'))}
      <OwnDayField label={translate('follow_evidence_day')} day={evidence.day} onChange={(day) => change({ day })} />
      {field('remark', translate('follow_remark'))}
      <KeepingLine keeping={keeping} />
      <button type="button" class="action" onClick={onDone}>
        {translate('follow_evidence_done')}
      </button>
    </div>
  );
}

/** As the text of a draft; `''` for one without anything. */
function writeEvidence(evidence: Evidence): string {
  const { id: _, around: __, ...written } = evidence;
  return Object.values(written).every((value) => value === '' || value === null) ? '' : JSON.stringify(evidence);
}

function readEvidence(text: string): Evidence | null {
  return text === '' ? null : JSON.parse(text);
}
