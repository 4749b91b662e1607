import type { Evidence, FollowUp, Note, OwnId, Subject } from '../model/own.ts';
import type { Item, TakenAway } from './items.ts';
import { showInstant } from './rows.ts';
import { addressOfSubject, addressOfWords, dateTimeOf, type Posts, postsOf } from './said-of.ts';

/** What has no address on the web is named by this and what the extension calls it. */
const NAMESPACE = 'urn:x-ifg-gloss:';
/** `record` is what the extension has, whole. */
const CONTEXT = [
  'http://www.w3.org/ns/anno.jsonld',
  { '@version': 1.1, gloss: NAMESPACE, record: { '@id': 'gloss:record', '@type': '@json' } },
];
/** UTF-16 units before and after a quotation. */
const AROUND = 32;

/**
 * Notes, follow-up and its evidence as Web Annotations (https://www.w3.org/TR/annotation-model/), in one collection on one
 * page. Each says what it is about by a quotation.
 */
export function formatAnnotations({ title, items }: TakenAway): string {
  const posts = postsOf(items);
  const annotations = items.flatMap((item) => annotationsOf(item, posts));
  const collection = {
    '@context': CONTEXT,
    id: `${NAMESPACE}taken-away`,
    type: 'AnnotationCollection',
    label: title,
    total: annotations.length,
    first: { id: `${NAMESPACE}taken-away/1`, type: 'AnnotationPage', startIndex: 0, items: annotations },
  };
  return `${JSON.stringify(collection, null, 2)}\n`;
}

function annotationsOf(item: Item, posts: Posts): readonly object[] {
  switch (item.kind) {
    case 'note':
      return [annotationOfNote(item.note, posts)];
    case 'follow-up': {
      const { followUp } = item;
      const target = targetOf(followUp.subject, posts);
      return [
        annotationOfFollowUp(followUp, target),
        ...followUp.evidence.map((evidence) => annotationOfEvidence(evidence, followUp, target)),
      ];
    }
    default:
      return [];
  }
}

function annotationOfNote(note: Note, posts: Posts): object {
  return {
    ...headOf(note, 'commenting'),
    body: note.texts.map((text) => textBody(text, 'commenting')),
    target: targetOf(note.subject, posts),
    record: note,
  };
}

function annotationOfFollowUp(followUp: FollowUp, target: object): object {
  const { response, progress, remarks } = followUp;
  return {
    ...headOf(followUp, 'assessing'),
    body: [
      textBody(response, 'classifying'),
      textBody(progress, 'classifying'),
      ...remarks.map((remark) => textBody(remark, 'commenting')),
    ],
    target,
    record: followUp,
  };
}

/** Its target is what the evidence quotes, its body the recommendation that this shows something about. */
function annotationOfEvidence(evidence: Evidence, { id }: FollowUp, recommendation: object): object {
  const { address, title, quotation, around, day, remark } = evidence;
  return {
    id: iriOf(`${id}/${evidence.id}`),
    type: 'Annotation',
    motivation: 'assessing',
    body: [{ ...recommendation, purpose: 'linking' }, ...(remark === '' ? [] : [textBody(remark, 'commenting')])],
    target: {
      type: 'SpecificResource',
      source: isWebAddress(address) ? address : iriOf(`${id}/${evidence.id}/source`),
      ...(title !== '' && { 'dcterms:title': title }),
      ...(day !== null && { 'dcterms:date': day }),
      ...(quotation !== '' && { selector: { type: 'TextQuoteSelector', exact: quotation, ...around } }),
    },
    record: evidence,
  };
}

function headOf(
  { id, made, changed }: { readonly id: OwnId; readonly made: number; readonly changed: number },
  motivation: string,
) {
  return { id: iriOf(id), type: 'Annotation', motivation, created: showInstant(made), modified: showInstant(changed) };
}

function textBody(value: string, purpose: string): object {
  return { type: 'TextualBody', value, format: 'text/plain', purpose };
}

function targetOf(subject: Subject, posts: Posts): object {
  const source = addressOfSubject(subject, posts) ?? iriOf(nameOf(subject));
  if (subject.kind === 'publication')
    return { type: 'SpecificResource', source, 'dcterms:title': subject.publication.title };
  // Its page is the publication's where nothing else is known, and that does not have the post's words.
  if (addressOfWords(subject, posts) === null && isWebAddress(source)) return { type: 'SpecificResource', source };
  const { post, words } = subject;
  const around = subject.kind === 'post' ? { prefix: '', suffix: '' } : aroundWords(words, posts.get(post)?.text ?? '');
  return {
    type: 'SpecificResource',
    source,
    selector: { type: 'TextQuoteSelector', exact: words, ...around },
    ...(subject.kind === 'post' && { state: { type: 'TimeState', sourceDate: dateTimeOf(subject.time) } }),
  };
}

function nameOf(subject: Subject): string {
  return subject.kind === 'publication' ? subject.publication.id : subject.post;
}

/** What stands around words in a text, so that they are found there again; nothing where they do not stand there. */
function aroundWords(words: string, text: string): object {
  const start = text.indexOf(words);
  if (start === -1) return {};
  const end = start + words.length;
  return { prefix: text.slice(Math.max(0, start - AROUND), start), suffix: text.slice(end, end + AROUND) };
}

function iriOf(name: string): string {
  return `${NAMESPACE}${encodeURIComponent(name).replaceAll('%3A', ':').replaceAll('%2F', '/')}`;
}

/** Whether it is an address that may stand as an IRI. */
function isWebAddress(address: string): boolean {
  return /^https?:\/\/[^\s<>"{}|\\^`]+$/i.test(address);
}
