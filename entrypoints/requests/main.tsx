import { render } from 'preact';
import browser from 'webextension-polyfill';
import { Localised, localiseDocument } from '../../components/localised.tsx';
import { clearLog, readLog, watchLog } from '../../platform/network/log.ts';
import { type Log, Requests } from './requests.tsx';

function show(log: Log): void {
  const root = document.getElementById('root');
  if (root === null) return;
  localiseDocument(document, browser.i18n, 'requests_title');
  render(
    <Localised i18n={browser.i18n}>
      <Requests log={log} onClear={clearLog} />
    </Localised>,
    root,
  );
}

show('waiting');
watchLog(show);
readLog().then(show, () => show(null));
