import { DOMParser, DOMSerializer } from 'prosemirror-model';
import { schema } from 'prosemirror-schema-basic';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { REPORT } from './addresses.ts';

const source = document.createElement('div');
source.innerHTML = `<p>Read <a href="${REPORT}">the report</a> first, or ${REPORT} in full.</p>`;
const view = new EditorView(document.querySelector('#app'), {
  state: EditorState.create({ doc: DOMParser.fromSchema(schema).parse(source) }),
});
Object.assign(window, {
  type: (text: string) => view.dispatch(view.state.tr.insertText(text, 1)),
  save: () => {
    const holder = document.createElement('div');
    holder.append(DOMSerializer.fromSchema(schema).serializeFragment(view.state.doc.content));
    return holder.innerHTML;
  },
});
