import type { Consent } from '../../core/network/consent.ts';
import type { Purpose } from '../../core/network/purpose.ts';
import { useWords } from '../words.ts';
import { Part } from './part.tsx';

const PURPOSES = ['refresh', 'accounts', 'ask'] as const satisfies readonly Purpose[];

interface Props {
  readonly consent: Consent;
  readonly onSwitch: (purpose: Purpose, on: boolean) => void;
}

/** What the reader lets the extension ask of the network, and whom. */
export function Purposes({ consent: { on, services }, onSwitch }: Props) {
  const translate = useWords();
  return (
    <Part id="accounts-purposes" title={translate('purposes')} about={translate('purposes_about')}>
      {PURPOSES.map((purpose) => (
        <div key={purpose} class="row">
          <div>
            <label class="label" for={`accounts-${purpose}`}>
              {translate(`purpose_${purpose}`)}
            </label>
            <p class="about" id={`accounts-${purpose}-about`}>
              {translate(`purpose_${purpose}_about`, ...hostsOf(purpose, services))}
            </p>
          </div>
          <input
            id={`accounts-${purpose}`}
            type="checkbox"
            class="switch"
            aria-describedby={`accounts-${purpose}-about`}
            checked={on[purpose]}
            onChange={({ currentTarget }) => {
              const isOn = currentTarget.checked;
              // What is shown is what holds, which is told anew once it has changed.
              currentTarget.checked = on[purpose];
              onSwitch(purpose, isOn);
            }}
          />
        </div>
      ))}
      <p class="accounts-row paragraph">
        <a class="link" href="/requests.html">
          {translate('purposes_log')}
        </a>
      </p>
    </Part>
  );
}

/** Whom a purpose asks, by name. */
function hostsOf(purpose: Purpose, { appView, linkIndex }: Consent['services']): readonly string[] {
  const asked = purpose === 'ask' ? [linkIndex, appView] : [appView];
  return asked.map((origin) => new URL(origin).host);
}
