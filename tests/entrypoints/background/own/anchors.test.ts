import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Feed } from '../../../../core/model/feed.ts';
import type { Note, Subject } from '../../../../core/model/own.ts';
import type { Recommendation } from '../../../../core/model/recommendation.ts';
import { changeNote } from '../../../../core/own/change.ts';
import { subjectOfPost, subjectOfPublication, subjectOfRecommendation } from '../../../../core/own/subjects.ts';
import { memoryContent } from '../../../../entrypoints/background/library/memory-content.ts';
import { createAnchors } from '../../../../entrypoints/background/own/anchors.ts';
import { index } from '../stores.ts';

const [feed] = index.feeds as [Feed];
const recommendation = found(feed.recommendations.find(({ number, text }) => number === 3 && text.length > 60));
const post = found(feed.posts.find(({ text }) => text.length > 120));
const publication = found(feed.publications.find(({ addresses, title }) => addresses.length > 0 && title.length > 40));

function found<Item>(item: Item | undefined): Item {
  if (item === undefined) throw new Error('the bundled feed holds none');
  return item;
}

function noteOn(subject: Subject): Note {
  const note = changeNote(null, subject, { from: '', to: 'Seen.' }, { at: 1, by: 'here' });
  if (note?.kind !== 'note') throw new Error('no note');
  return note;
}

/** What becomes of a note on something when the library is another. */
async function anchorIn(now: Partial<Feed>, subject: Subject) {
  const content = memoryContent([{ ...feed, ...now }]);
  const [anchor] = await createAnchors(async () => content).find([noteOn(subject)]);
  return anchor;
}

const present = (subject: object, hasSameWords = true) => ({ kind: 'present', subject, hasSameWords });

describe('a post', () => {
  const subject = subjectOfPost(post, null);
  const changed = (change: object) => ({
    posts: feed.posts.map((each) => (each === post ? { ...post, thread: null, ...change } : each)),
  });

  test('is what it was', async () => {
    expect(await anchorIn({}, subject)).toMatchObject(present({ kind: 'post', post: post.id, words: post.text }));
  });

  test('is found by its address', async () => {
    const named = { ...subject, post: 'post:before', uri: 'at://did:web:a/b/c' };
    const now = await anchorIn(changed({ id: 'at://did:web:a/b/c', text: 'Other words.' }), named);
    expect(now).toMatchObject(present({ post: 'at://did:web:a/b/c', words: 'Other words.' }, false));
  });

  test('is found by its words under another id', async () => {
    const now = await anchorIn(changed({ id: 'at://did:web:a/b/d' }), subject);
    expect(now).toMatchObject(present({ post: 'at://did:web:a/b/d' }));
  });

  test('that was edited has other words', async () => {
    const now = await anchorIn(changed({ text: `${post.text} Indeed.` }), subject);
    expect(now).toMatchObject(present({ post: post.id, words: `${post.text} Indeed.` }, false));
  });

  test('is gone', async () => {
    const posts = feed.posts.filter((each) => each !== post);
    expect(await anchorIn({ posts }, subject)).toEqual({ kind: 'gone' });
  });
});

describe('a recommendation', () => {
  const subject = subjectOfRecommendation(recommendation, null);
  const { thread, text } = recommendation;
  const renumbered = (change: (each: Recommendation) => Partial<Recommendation>) => ({
    recommendations: feed.recommendations.map((each) => (each.thread === thread ? { ...each, ...change(each) } : each)),
  });

  test('is what it was, with its publication', async () => {
    expect(await anchorIn({}, subject)).toMatchObject(
      present({ thread, number: 3, words: text, publication: { id: recommendation.publication } }),
    );
  });

  test('is where its words are, not where its number is', async () => {
    const now = await anchorIn(
      renumbered(({ number }) => ({ number: number + 1 })),
      subject,
    );
    expect(now).toMatchObject(present({ number: 4, words: text }));
  });

  test('that says otherwise in the same place has other words', async () => {
    const other = 'Ministers should do nothing of the kind, and say so.';
    const now = await anchorIn(
      renumbered((each) => (each.text === text ? { text: other } : {})),
      subject,
    );
    expect(now).toMatchObject(present({ number: 3, words: other }, false));
  });

  test('that was edited in the end and renumbered is found by its beginning', async () => {
    const now = await anchorIn(
      renumbered((each) => ({ number: each.number + 1, ...(each.text === text && { text: `${text} Soon.` }) })),
      { ...subject, words: text.padEnd(90, ' x') },
    );
    expect(now).toMatchObject({ kind: 'present', hasSameWords: false });
  });

  test('is found where its post is when its thread has another id', async () => {
    expect(await anchorIn({}, { ...subject, thread: 'thread:before' })).toMatchObject(present({ thread, number: 3 }));
  });

  test('with other words is found in its place in its post when its thread has another id', async () => {
    const before = {
      ...subject,
      thread: 'thread:before',
      words: 'Ministers should do nothing of the kind, and say so.',
    };
    expect(await anchorIn({}, before)).toMatchObject(present({ thread, number: 3, words: text }, false));
  });

  test('is found by its words where neither thread nor post is known', async () => {
    const elsewhere = { ...subject, thread: 'thread:before', post: 'post:before', number: 9 };
    expect(await anchorIn({}, elsewhere)).toMatchObject(present({ thread, number: 3 }));
  });

  test('of two lists of its thread is in that of its post, and where that is gone in neither', async () => {
    const other = { ...recommendation, post: 'post:other', text: 'Something else should be done by somebody.' };
    const changed = { ...recommendation, text: 'Ministers should do nothing of the kind.' };
    const rest = feed.recommendations.filter((each) => each.thread !== thread);
    expect(await anchorIn({ recommendations: [other, changed, ...rest] }, subject)).toMatchObject(
      present({ post: recommendation.post, words: changed.text }, false),
    );
    const elsewhere = { ...changed, post: 'post:third' };
    expect(await anchorIn({ recommendations: [other, elsewhere, ...rest] }, subject)).toEqual({ kind: 'gone' });
    expect(await anchorIn({ recommendations: [elsewhere, ...rest] }, subject)).toMatchObject(
      present({ post: 'post:third' }, false),
    );
  });

  test('is gone', async () => {
    const recommendations = feed.recommendations.filter((each) => each.thread !== thread);
    expect(await anchorIn({ recommendations }, subject)).toEqual({ kind: 'gone' });
  });
});

describe('a publication', () => {
  const subject = subjectOfPublication(publication);
  const named = (changed: Partial<typeof subject.publication>) => ({
    ...subject,
    publication: { ...subject.publication, ...changed },
  });

  test('is what it was', async () => {
    expect(await anchorIn({}, subject)).toMatchObject(present({ publication: { title: publication.title } }));
  });

  test('is found by its address', async () => {
    const now = await anchorIn({}, named({ id: 'publication:before', title: 'Another' }));
    expect(now).toMatchObject(present({ publication: { title: publication.title } }));
  });

  test('is found by its title', async () => {
    const now = await anchorIn({}, named({ id: 'publication:before', addresses: [] }));
    expect(now).toMatchObject(present({ publication: { title: publication.title } }));
  });

  test('is gone', async () => {
    const gone = named({
      id: 'publication:before',
      addresses: [],
      title: 'A report that nobody here ever spoke about',
    });
    expect(await anchorIn({}, gone)).toEqual({ kind: 'gone' });
  });
});

describe('what is about an item', () => {
  const content = memoryContent([feed]);
  const notes = feed.posts.map((each) => noteOn(subjectOfPost(each, null)));
  const describePost = vi.fn(content.describePost);
  beforeEach(() => void describePost.mockClear());

  test('is asked once, until the library changes', async () => {
    const anchors = createAnchors(async () => ({ ...content, describePost }));
    await anchors.find(notes);
    expect(await anchors.find(notes)).toHaveLength(notes.length);
    expect(describePost).toHaveBeenCalledTimes(notes.length);
    anchors.forget();
    await anchors.find(notes);
    expect(describePost).toHaveBeenCalledTimes(2 * notes.length);
  });

  test('is not known where the library does not answer, and is asked again', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
    const anchors = createAnchors(async () => ({ ...content, describePost }));
    describePost.mockImplementationOnce(() => Promise.reject(new Error('closed')));
    expect(await anchors.find(notes.slice(0, 1))).toEqual([{ kind: 'unknown' }]);
    expect(logged).toHaveBeenCalled();
    logged.mockRestore();
    expect(await anchors.find(notes.slice(0, 1))).toMatchObject([{ kind: 'present' }]);
  });
});
