import { render } from 'preact';
import { Localised, localiseDocument } from '../../components/localised.tsx';
import { OwnGlance } from '../../components/own/own-glance.tsx';
import { ask } from '../../platform/ask.ts';
import { libraryChanges, ownChanges } from '../../platform/changes.ts';
import { speakAsChosen } from '../../platform/chosen-language.ts';
import { words } from '../../platform/translate.ts';

const named = new URLSearchParams(location.hash.slice(1));
const ticket = named.get('ticket') ?? '';

const speaking = speakAsChosen(() => void show());

/** Shows what the ticket admits to. Nothing can be changed here: a page may lay anything over it, or under the pointer. */
async function show(): Promise<void> {
  const root = document.getElementById('root');
  const [glance] = await Promise.all([ask('describeOwnGlance', { ticket }).catch(() => null), speaking]);
  if (root === null) return;
  localiseDocument(document, words(), 'own_frame_title');
  render(
    glance && (
      <Localised i18n={words()}>
        <OwnGlance glance={glance} onOpen={(query) => void ask('showInLibrary', { query }).catch(() => null)} />
      </Localised>
    ),
    root,
  );
  const height = Math.ceil(root.getBoundingClientRect().height);
  await ask('sizeOwnFrame', { ticket, height }).catch(() => null);
}

// That of what it stands in, which is not the reader's everywhere; a page that embeds it may choose too.
const scheme = named.get('scheme') ?? '';
if (/^(?:light|dark|light dark)$/.test(scheme)) document.documentElement.style.colorScheme = scheme;
addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') void ask('leaveOwnFrame', { ticket }).catch(() => null);
});
// All of it is seen: the wheel would scroll the page around.
addEventListener('wheel', (event) => event.ctrlKey || event.preventDefault(), { passive: false });
ownChanges.listen(() => void show());
libraryChanges.listen(() => void show());
void show();
