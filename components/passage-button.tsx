import { useContext, useState } from 'preact/hooks';
import { Passages, type Subject } from './passages.ts';
import { useWords } from './words.ts';

/** Leads from a post or a recommendation to the passage of the page that it is about, where there is one. */
export function PassageButton({ subject }: { readonly subject: Subject }) {
  const translate = useWords();
  const passages = useContext(Passages);
  const [isHidden, setHidden] = useState(false);
  if (passages === null || !passages.has(subject)) return null;
  return (
    <>
      <button
        type="button"
        class="action to-passage"
        onClick={({ currentTarget }) => {
          setHidden(false);
          void passages.show(subject, currentTarget).then((isSeen) => setHidden(!isSeen));
        }}
      >
        {translate('passage_show')}
      </button>
      <span role="status" class="notice">
        {isHidden && translate('passage_hidden')}
      </span>
    </>
  );
}
