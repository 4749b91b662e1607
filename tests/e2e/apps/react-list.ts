import { createElement, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { OTHER_PAGE, REPORT } from './addresses.ts';

/** A list that is drawn again, put into another order, and taken away, with marked links in it. */
let set: (ids: readonly number[]) => void = () => {};

function List() {
  const [ids, setIds] = useState<readonly number[]>([1, 2, 3, 4]);
  set = setIds;
  return createElement(
    'ul',
    null,
    ids.map((id) =>
      createElement(
        'li',
        { key: id },
        'See ',
        createElement(
          'a',
          { id: `link-${id}`, href: id % 2 === 0 ? OTHER_PAGE : REPORT },
          `page ${id} of ${ids.length}`,
        ),
        '.',
      ),
    ),
  );
}

const root = createRoot(document.querySelector('#app') as Element);
root.render(createElement(List));
Object.assign(window, {
  show: (ids: readonly number[]) => flushSync(() => set(ids)),
  unmount: () => root.unmount(),
});
