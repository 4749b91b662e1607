import type { Post } from '../../../core/model/post.ts';
import { useWords } from '../../words.ts';

/** That a post has images, which are not shown, and what they show in its author's words. */
export function Images({ post: { images, alternativeTexts } }: { readonly post: Post }) {
  const translate = useWords();
  if (alternativeTexts.length === 0)
    return images > 0 ? <p class="document-note">{translate('post_has_image')}</p> : null;
  return (
    <>
      {alternativeTexts.map((text) => (
        <p key={text} class="document-note" dir="auto">
          {translate('library_browse_image', text)}
        </p>
      ))}
    </>
  );
}
