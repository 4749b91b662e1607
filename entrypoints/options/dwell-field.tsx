import { useId, useState } from 'preact/hooks';
import { showNumber } from '../../components/dates.ts';
import { useLanguage, useWords } from '../../components/words.ts';
import { MAX_DWELL_MS, MIN_DWELL_MS } from '../../core/settings.ts';

interface Props {
  readonly dwell: number;
  readonly onChange: (dwell: number) => void;
}

/** Keeps what is being typed to itself until it is a number that will do. */
export function DwellField({ dwell, onChange }: Props) {
  const translate = useWords();
  const language = useLanguage();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const isWrong = typed !== null && !isDwell(typed);
  const limits = [MIN_DWELL_MS, MAX_DWELL_MS].map((limit) => showNumber(limit, language));
  const save = (text: string) => {
    if (!isDwell(text)) return setTyped(text);
    setTyped(null);
    if (Number(text) !== dwell) onChange(Number(text));
  };
  return (
    <div class="row for-desks">
      <div>
        <label class="label" for={id}>
          {translate('options_dwell')}
        </label>
        <p id={`${id}-about`} class={isWrong ? 'about wrong' : 'about'} role="status">
          {translate(isWrong ? 'options_dwell_wrong' : 'options_dwell_about', ...limits)}
        </p>
      </div>
      <input
        id={id}
        type="number"
        class="number-field"
        min={MIN_DWELL_MS}
        max={MAX_DWELL_MS}
        step={50}
        required
        aria-invalid={isWrong}
        aria-describedby={`${id}-about`}
        value={typed ?? dwell}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onChange={(event) => save(event.currentTarget.value)}
      />
    </div>
  );
}

/** What is no number at all comes from the browser as an empty text. */
function isDwell(text: string): boolean {
  const dwell = Number(text);
  return text !== '' && Number.isInteger(dwell) && dwell >= MIN_DWELL_MS && dwell <= MAX_DWELL_MS;
}
