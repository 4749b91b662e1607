import { createApp, h, nextTick, ref } from 'vue';
import { OTHER_PAGE, REPORT } from './addresses.ts';

const ids = ref<readonly number[]>([1, 2, 3, 4]);

const app = createApp(() =>
  h(
    'ul',
    ids.value.map((id) =>
      h('li', { key: id }, [
        'See ',
        h('a', { id: `link-${id}`, href: id % 2 === 0 ? OTHER_PAGE : REPORT }, `page ${id} of ${ids.value.length}`),
        '.',
      ]),
    ),
  ),
);
app.mount('#app');
Object.assign(window, {
  show: (next: readonly number[]) => {
    ids.value = next;
    return nextTick();
  },
  unmount: () => app.unmount(),
});
