import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isWebAddress } from '../../core/follow-up/write-briefing.ts';
import type { Evidence } from '../../core/model/own.ts';
import { formsOf } from '../../core/own/change.ts';
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
  /** Tells the list from all others of the page. */
  readonly name: string;
  readonly evidence: readonly Evidence[];
  readonly onKeep: KeepEvidence;
  /** A name that no other evidence has. */
  readonly newId: () => string;
}

/** What shows how a recommendation stands, and the fields for more of it. */
export function EvidenceList({ name, evidence, onKeep, newId }: Props) {
  const translate = useWords();
  const [open, setOpen] = useState<Open | null>(null);
  const { list, reach } = useReach();
  const listed = listOf(evidence, open);
  const change = (next: Open) => {
    setOpen(next);
    reach('.follow-fields input');
  };
  const close = () => {
    setOpen(null);
    reach(open?.isNew === false ? `[data-change="${CSS.escape(open.id)}"]` : ADD);
  };
  return (
    <fieldset class="follow-evidence" ref={list}>
      <legend class="follow-label">{translate('follow_evidence')}</legend>
      {listed.length > 0 && (
        <ul class="follow-list">
          {listed.map(({ id, stored }, place) => (
            <li key={id} class="follow-item">
              {stored === null || id === open?.id ? (
                <EvidenceFields name={name} id={id} forms={formsOf(evidence, id)} onKeep={onKeep} onDone={close} />
              ) : (
                <EvidenceItem
                  evidence={stored}
                  onChange={() => change({ id, isNew: false, place })}
                  onRemove={() => {
                    reach(ADD);
                    void onKeep(stored, null);
                  }}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {open?.isNew === true ? (
        <EvidenceFields
          key={open.id}
          name={name}
          id={open.id}
          forms={formsOf(evidence, open.id)}
          onKeep={onKeep}
          onDone={close}
        />
      ) : (
        <button
          type="button"
          class="action"
          data-add=""
          onClick={() => change({ id: newId(), isNew: true, place: evidence.length })}
        >
          {translate('follow_evidence_add')}
        </button>
      )}
    </fieldset>
  );
}

/** The evidence whose fields are open, and its place in the list. */
interface Open {
  readonly id: string;
  readonly isNew: boolean;
  readonly place: number;
}

const ADD = '[data-add]';

interface Listed {
  readonly id: string;
  /** Null while its fields are open and say nothing. */
  readonly stored: Evidence | null;
}

/**
 * One that is being added stays in its fields when it comes to be there, and one that is being changed when it is emptied;
 * what another window wrote of it meanwhile stands there too.
 */
function listOf(evidence: readonly Evidence[], open: Open | null): readonly Listed[] {
  const isOpenIn = (form: Evidence) => open !== null && formsOf([form], open.id).length > 0;
  const listed = evidence
    .filter((each) => !isOpenIn(each) || (each.id === open?.id && !open.isNew))
    .map((stored): Listed => ({ id: stored.id, stored }));
  if (open === null || open.isNew) return listed;
  return listed.some(({ id }) => id === open.id)
    ? listed
    : listed.toSpliced(open.place, 0, { id: open.id, stored: null });
}

/** Has the focus come to something in the list once that is drawn: what had it may be gone by then. */
function useReach() {
  const list = useRef<HTMLFieldSetElement>(null);
  const [wanted, setWanted] = useState<string | null>(null);
  useLayoutEffect(() => {
    if (wanted === null) return;
    list.current?.querySelector<HTMLElement>(wanted)?.focus();
    setWanted(null);
  }, [wanted]);
  return { list, reach: setWanted };
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
          data-change={evidence.id}
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

interface FieldsProps extends Pick<Props, 'name'> {
  readonly id: string;
  /** None for one that is not there yet; several where it was written in two windows at once. */
  readonly forms: readonly Evidence[];
  readonly onKeep: KeepEvidence;
  readonly onDone: () => void;
}

/** Kept while it is written; one without anything is not there. */
function EvidenceFields({ name: list, id, forms, onKeep, onDone }: FieldsProps) {
  const translate = useWords();
  const written = (form: Evidence) => writeEvidence({ ...form, id });
  const draft = useDraftOf(`${list} ${id}`, forms.map(written), (from, to) =>
    onKeep(readEvidence(from), readEvidence(to)),
  );
  const { text, stored, keeping } = draft.read();
  const evidence = readEvidence(text) ?? { id, address: '', title: '', quotation: '', day: null, remark: '' };
  const change = (changed: Partial<Evidence>) => {
    const { around, ...next } = { ...evidence, ...changed };
    // What stood around one quotation stands around no other, nor on another page.
    const isSamePlace = next.address === evidence.address && next.quotation === evidence.quotation;
    draft.write(writeEvidence(isSamePlace && around !== undefined ? { ...next, around } : next));
  };
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
      {forms
        .filter((form) => written(form) !== stored)
        .map((form) => (
          <div key={form.id} class="follow-other">
            <p class="follow-said">{translate('follow_other_text')}</p>
            <EvidenceText evidence={form} />
          </div>
        ))}
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
