import { useId } from 'preact/hooks';
import type { Standing } from '../../core/follow-up/line.ts';
import { PROGRESS, RESPONSES } from '../../core/model/own.ts';
import type { FollowUpEdit } from '../../core/own/change.ts';
import { useWords } from '../words.ts';
import { sayProgress, sayResponse } from './follow-up-words.ts';

interface Props {
  readonly standing: Standing;
  readonly onEdit: (edit: FollowUpEdit) => void;
}

/** What was answered to a recommendation, and how far it has come. */
export function StandingFields({ standing: { response, progress }, onEdit }: Props) {
  const translate = useWords();
  return (
    <>
      <Choice
        label={translate('follow_response')}
        values={RESPONSES}
        value={response}
        name={(value) => sayResponse(translate, value)}
        onChange={(to) => onEdit({ field: 'response', to })}
      />
      <Choice
        label={translate('follow_progress')}
        values={PROGRESS}
        value={progress}
        name={(value) => sayProgress(translate, value)}
        onChange={(to) => onEdit({ field: 'progress', to })}
      />
    </>
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly values: readonly Value[];
  readonly value: Value;
  readonly name: (value: Value) => string;
  readonly onChange: (value: Value) => void;
}

export function Choice<Value extends string>({ label, values, value: chosen, name, onChange }: ChoiceProps<Value>) {
  const id = useId();
  return (
    <div class="follow-field">
      <label class="follow-label" for={id}>
        {label}
      </label>
      <select
        id={id}
        class="follow-input"
        value={chosen}
        onChange={({ currentTarget }) => {
          const next = values.find((value) => value === currentTarget.value);
          if (next !== undefined) onChange(next);
        }}
      >
        {values.map((value) => (
          <option key={value} value={value} selected={value === chosen}>
            {name(value)}
          </option>
        ))}
      </select>
    </div>
  );
}
