import { createElement, useState } from 'react';
import { REPORT } from './addresses.ts';

/** What the server renders and the browser takes over. */
export function ServerPage() {
  const [count, setCount] = useState(0);
  return createElement(
    'main',
    null,
    createElement('p', null, 'A ', createElement('a', { id: 'link', href: REPORT }, 'report'), ' to read'),
    createElement('button', { type: 'button', onClick: () => setCount(count + 1) }, `Count ${count}`),
  );
}
