import { render } from 'preact';
import { Localised, localiseDocument } from '../../components/localised.tsx';
import { speakAsChosen } from '../../platform/chosen-language.ts';
import { keepFocus } from '../../platform/keep-focus.ts';
import { clearLog, readLog, watchLog } from '../../platform/network/log.ts';
import { words } from '../../platform/translate.ts';
import { type Log, Requests } from './requests.tsx';

let log: Log = 'waiting';

function show(): void {
  const root = document.getElementById('root');
  if (root === null) return;
  localiseDocument(document, words(), 'requests_title');
  render(
    <Localised i18n={words()}>
      <Requests log={log} onClear={clearLog} />
    </Localised>,
    root,
  );
}

function take(latest: Log): void {
  log = latest;
  show();
}

keepFocus(document);
await speakAsChosen(show);
show();
watchLog(take);
readLog().then(take, () => take(null));
