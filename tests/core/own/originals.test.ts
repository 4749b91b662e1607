import { expect, test } from 'vitest';
import { mergeRecords } from '../../../core/own/merge.ts';
import { nameOriginal } from '../../../core/own/originals.ts';
import { followUpOf, noteOf, SUBJECT, writing } from './records.ts';

const note = noteOf('One');
const named = nameOriginal(note, new Map([[SUBJECT.post, 'at://a/b/1']]));

test('a record says at which address its post is by now, and where that was mistaken the right one', () => {
  expect(named).toEqual({ ...note, subject: { ...SUBJECT, uri: 'at://a/b/1' } });
  expect(nameOriginal(named, new Map([[SUBJECT.post, 'at://a/b/2']]))).toMatchObject({
    subject: { uri: 'at://a/b/2' },
  });
  expect(nameOriginal(named, new Map([[SUBJECT.post, 'at://a/b/1']]))).toBe(named);
  expect(nameOriginal(note, new Map([['post:other', 'at://a/b/1']]))).toBe(note);
});

test('of two forms of a record one of which says it, both as one say it, and no text stands twice', () => {
  expect(mergeRecords(note, named)).toEqual(named);
  expect(mergeRecords(named, note)).toEqual(named);
  const later = { ...note, texts: ['Two'], version: { here: 2 } };
  expect(mergeRecords(named, later)).toEqual({ ...later, subject: named.subject });
  const followUp = followUpOf([{ field: 'response', to: 'accepted' }], writing(2));
  expect(mergeRecords(followUp, followUp)).toBe(followUp);
});
