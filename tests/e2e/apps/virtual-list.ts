import { useVirtualizer } from '@tanstack/react-virtual';
import { createElement, useRef } from 'react';
import { createRoot } from 'react-dom/client';
import { ELSEWHERE, REPORT } from './addresses.ts';

const ROWS = 2000;

/** A list that keeps only the rows in sight, and gives the same anchors to other rows as it scrolls. */
function List() {
  const scroller = useRef<HTMLDivElement>(null);
  const list = useVirtualizer({ count: ROWS, getScrollElement: () => scroller.current, estimateSize: () => 24 });
  return createElement(
    'div',
    { ref: scroller, id: 'scroller', style: { height: 400, overflow: 'auto' } },
    createElement(
      'div',
      { style: { height: list.getTotalSize(), position: 'relative' } },
      list
        .getVirtualItems()
        .map(({ index, start }, place) =>
          createElement(
            'div',
            { key: place, style: { position: 'absolute', top: 0, transform: `translateY(${start}px)` } },
            createElement('a', { href: index % 5 === 0 ? `${REPORT}?row=${index}` : ELSEWHERE }, `row ${index}`),
          ),
        ),
    ),
  );
}

createRoot(document.querySelector('#app') as Element).render(createElement(List));
