/**
 * What the terms that we write mean, as the Web Annotation Vocabulary defines them (https://www.w3.org/TR/annotation-vocab/,
 * appendix A: the context http://www.w3.org/ns/anno.jsonld). A term that is not here is dropped when it is read.
 */
const OA = 'http://www.w3.org/ns/oa#';
const AS = 'http://www.w3.org/ns/activitystreams#';
const DC = 'http://purl.org/dc/terms/';

const types = ['Annotation', 'TextualBody', 'SpecificResource', 'TextQuoteSelector', 'TimeState'];
const motivations = ['commenting', 'assessing', 'classifying', 'linking'];
const nodes = { body: 'hasBody', target: 'hasTarget', source: 'hasSource', selector: 'hasSelector', state: 'hasState' };
const words = { motivation: 'motivatedBy', purpose: 'hasPurpose' };

export const ANNOTATION_CONTEXT = {
  '@context': {
    id: '@id',
    type: '@type',
    dcterms: DC,
    AnnotationCollection: `${AS}OrderedCollection`,
    AnnotationPage: `${AS}OrderedCollectionPage`,
    ...Object.fromEntries([...types, ...motivations].map((name) => [name, `${OA}${name}`])),
    ...Object.fromEntries(Object.entries(nodes).map(([name, of]) => [name, { '@type': '@id', '@id': `${OA}${of}` }])),
    ...Object.fromEntries(
      Object.entries(words).map(([name, of]) => [name, { '@type': '@vocab', '@id': `${OA}${of}` }]),
    ),
    items: { '@type': '@id', '@id': `${AS}items`, '@container': '@list' },
    first: { '@type': '@id', '@id': `${AS}first` },
    total: { '@id': `${AS}totalItems`, '@type': 'http://www.w3.org/2001/XMLSchema#nonNegativeInteger' },
    startIndex: { '@id': `${AS}startIndex`, '@type': 'http://www.w3.org/2001/XMLSchema#nonNegativeInteger' },
    exact: `${OA}exact`,
    prefix: `${OA}prefix`,
    suffix: `${OA}suffix`,
    sourceDate: { '@id': `${OA}sourceDate`, '@type': 'http://www.w3.org/2001/XMLSchema#dateTime' },
    created: { '@id': `${DC}created`, '@type': 'http://www.w3.org/2001/XMLSchema#dateTime' },
    modified: { '@id': `${DC}modified`, '@type': 'http://www.w3.org/2001/XMLSchema#dateTime' },
    value: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value',
    format: 'http://purl.org/dc/elements/1.1/format',
    label: 'http://www.w3.org/2000/01/rdf-schema#label',
  },
};
