import { profileAddress } from '../cite/bluesky.ts';
import { oneLine } from '../cite/one-line.ts';
import { type Item, type PostItem, type TakenAway, writerOf } from './items.ts';
import { addressOf, dateTimeOf, type Posts, postsOf, timeOf } from './said-of.ts';

const VERSION = 'https://jsonfeed.org/version/1.1';

/** A feed for readers of https://www.jsonfeed.org/version/1.1/; `_gloss` has each item as the extension has it. */
export function formatJsonFeed({ title, items }: TakenAway): string {
  const posts = postsOf(items);
  const entries = items.map((item) => entryOf(item, posts));
  return `${JSON.stringify({ version: VERSION, title: oneLine(title), items: entries }, null, 2)}\n`;
}

function entryOf(item: Item, posts: Posts): object {
  const time = timeOf(item);
  const url = addressOf(item, posts);
  return {
    id: idOf(item),
    ...(url !== null && { url }),
    ...(time !== null && { date_published: dateTimeOf(time) }),
    ...saidIn(item),
    _gloss: item,
  };
}

/** Names an item among all that are ever taken away. */
export function idOf(item: Item): string {
  switch (item.kind) {
    case 'post':
      return item.post.id;
    case 'publication':
      return item.publication.id;
    case 'recommendation': {
      const { thread, post, number } = item.recommendation;
      return `recommendation ${number} ${post} ${thread}`;
    }
    case 'note':
      return item.note.id;
    case 'follow-up':
      return item.followUp.id;
  }
}

function saidIn(item: Item): object {
  switch (item.kind) {
    case 'post':
      return { content_text: item.post.text, ...facesOf(item) };
    case 'publication': {
      const { title, description } = item.publication;
      return { title: oneLine(title), content_text: description };
    }
    case 'recommendation': {
      const { number, text } = item.recommendation;
      return {
        title: item.about === null ? String(number) : `${oneLine(item.about.title)}, ${number}`,
        content_text: text,
      };
    }
    case 'note':
      return { content_text: item.note.texts.join('\n\n') };
    case 'follow-up': {
      const { subject, response, progress, remarks } = item.followUp;
      return {
        title: `${subject.number}: ${response}, ${progress}`,
        content_text: [subject.words, ...remarks].join('\n\n'),
      };
    }
  }
}

function facesOf(item: PostItem): object {
  const { languages, tags } = item.post;
  const [language] = languages;
  const by = writerOf(item);
  return {
    ...(by !== null && {
      authors: [{ name: oneLine(by.displayName) || by.handle, url: profileAddress(by.did ?? by.handle) }],
    }),
    ...(tags.length > 0 && { tags }),
    ...(language !== undefined && { language }),
  };
}
