import { useState } from 'preact/hooks';
import { keyPart } from '../../core/message-key.ts';
import { publicServices, readService, type Services } from '../../core/network/services.ts';
import { useWords } from '../words.ts';

const SERVICES = ['appView', 'plc', 'linkIndex'] as const satisfies readonly (keyof Services)[];
const LABELS = { appView: 'service_app_view', plc: 'service_plc', linkIndex: 'service_link_index' } as const;

interface Props {
  readonly services: Services;
  readonly onServices: (services: Services) => void;
}

/** Whom the extension asks, for those who run their own. */
export function ServiceFields({ services, onServices }: Props) {
  const translate = useWords();
  const [resets, setResets] = useState(0);
  const reset = () => {
    setResets(resets + 1);
    onServices(publicServices);
  };
  return (
    <details class="controls accounts-services">
      <summary class="accounts-row accounts-heading">{translate('services')}</summary>
      <p class="accounts-row about">{translate('services_about')}</p>
      {SERVICES.map((name) => (
        <ServiceField
          key={`${name}-${resets}`}
          name={name}
          origin={services[name]}
          onOrigin={(origin) => onServices({ ...services, [name]: origin })}
        />
      ))}
      <p class="accounts-row paragraph">
        <button type="button" class="button accounts-small" onClick={reset}>
          {translate('services_reset')}
        </button>
      </p>
    </details>
  );
}

interface FieldProps {
  readonly name: keyof Services;
  readonly origin: string;
  readonly onOrigin: (origin: string) => void;
}

/** Keeps what is being typed to itself until it names a service. */
function ServiceField({ name, origin, onOrigin }: FieldProps) {
  const translate = useWords();
  const id = `accounts-${name}`;
  const [typed, setTyped] = useState<string | null>(null);
  const [isChecked, setChecked] = useState(false);
  const read = typed === null ? null : readService(typed.trim());
  const fault = isChecked && read !== null && !read.ok ? read.error : null;
  const save = (text: string) => {
    const given = readService(text.trim());
    setChecked(true);
    if (!given.ok) return setTyped(text);
    setTyped(null);
    if (given.value !== origin) onOrigin(given.value);
  };
  return (
    <div class="accounts-row">
      <label class="label" for={id}>
        {translate(LABELS[name])}
      </label>
      <input
        id={id}
        class="accounts-field"
        type="text"
        inputmode="url"
        autocomplete="off"
        spellcheck={false}
        dir="ltr"
        aria-invalid={fault !== null}
        aria-describedby={`${id}-about`}
        value={typed ?? origin}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onChange={(event) => save(event.currentTarget.value)}
      />
      <p id={`${id}-about`} class={fault === null ? 'about' : 'about accounts-trouble'} role="status">
        {fault === null ? translate('service_public', publicServices[name]) : translate(`service_${keyPart(fault)}`)}
      </p>
    </div>
  );
}
