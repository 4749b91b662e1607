import { useWords } from '../../components/words.ts';
import { addressOfRoute } from '../../core/library-route.ts';
import type { ConsentWanted } from '../../core/network/consent-page.ts';
import { publicServices, type Services } from '../../core/network/services.ts';

interface Props {
  readonly purpose: ConsentWanted['purpose'];
  readonly services: Services;
}

/** What is asked of whom, and when; how to end it, and how to delete what came. */
export function ConsentFacts({ purpose, services: { appView, linkIndex } }: Props) {
  const translate = useWords();
  const hostOf = (origin: string) => new URL(origin).host;
  const whom = appView === publicServices.appView ? 'consent_whom_public' : 'consent_whom_own';
  const isAsk = purpose === 'ask';
  const facts = [
    [
      translate('consent_whom'),
      isAsk ? translate('consent_ask_whom', hostOf(linkIndex), hostOf(appView)) : translate(whom, hostOf(appView)),
    ],
    [translate('consent_what'), translate(`consent_${purpose}_what`)],
    [translate('consent_what_not'), translate(isAsk ? 'consent_ask_what_not' : 'consent_what_not_about')],
    [translate('consent_when'), translate(`consent_${purpose}_when`)],
    [translate('consent_stop'), translate('consent_stop_about', translate(`purpose_${purpose}`))],
    [translate('consent_delete'), translate(isAsk ? 'consent_ask_delete' : 'consent_delete_about')],
  ] as const;
  return (
    <>
      <dl class="controls consent-facts">
        {facts.map(([name, said]) => (
          <div key={name} class="consent-fact">
            <dt>{name}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
      <p class="paragraph consent-ways">
        <a class="link" href="/requests.html">
          {translate('purposes_log')}
        </a>
        <a class="link" href={addressOfRoute({ view: 'accounts' })}>
          {translate('consent_all_accounts')}
        </a>
      </p>
    </>
  );
}
