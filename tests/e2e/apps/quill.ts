import Quill from 'quill';
import { REPORT } from './addresses.ts';

const quill = new Quill('#app');
quill.setContents([
  { insert: 'Read ' },
  { insert: 'the report', attributes: { link: REPORT } },
  { insert: ' first.\n' },
]);
Object.assign(window, {
  type: (text: string) => quill.insertText(0, text, 'user'),
  save: () => quill.root.innerHTML,
});
