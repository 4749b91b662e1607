import type { Post } from '../model/post.ts';

/** What a post says: its text, and what its images and its video show, in paragraphs of their own. */
export function saidIn({ text, alternativeTexts }: Pick<Post, 'text' | 'alternativeTexts'>): string {
  return alternativeTexts.length === 0 ? text : [text, ...alternativeTexts].filter((each) => each !== '').join('\n\n');
}

/** What a post is found by: also the tags that do not stand in its text. */
export function foundBy(post: Pick<Post, 'text' | 'alternativeTexts' | 'tags'>): string {
  return [saidIn(post), ...post.tags].join(' ');
}
