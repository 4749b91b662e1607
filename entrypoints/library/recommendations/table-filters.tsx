import { useId } from 'preact/hooks';
import { Choice } from '../../../components/own/follow-up-standing.tsx';
import { sayProgress, sayResponse } from '../../../components/own/follow-up-words.ts';
import { useWords } from '../../../components/words.ts';
import type { TableAsked } from '../../../core/follow-up/table.ts';
import { PROGRESS, RESPONSES } from '../../../core/model/own.ts';

interface Props {
  readonly asked: TableAsked;
  readonly publications: ReadonlyMap<string, string>;
  readonly onAsk: <Field extends keyof TableAsked>(field: Field, value: TableAsked[Field]) => void;
}

const ANY = '';

/** Which recommendations the table has. */
export function TableFilters({ asked, publications, onAsk }: Props) {
  const translate = useWords();
  return (
    <search class="follow-row">
      <Choice
        label={translate('follow_column_publication')}
        values={[ANY, ...publications.keys()]}
        value={asked.publication ?? ANY}
        name={(id) => publications.get(id) ?? translate('follow_any')}
        onChange={(id) => onAsk('publication', id || null)}
      />
      <Choice
        label={translate('follow_response')}
        values={[ANY, ...RESPONSES]}
        value={asked.response ?? ANY}
        name={(value) => (value === ANY ? translate('follow_any') : sayResponse(translate, value))}
        onChange={(value) => onAsk('response', value === ANY ? null : value)}
      />
      <Choice
        label={translate('follow_progress')}
        values={[ANY, ...PROGRESS]}
        value={asked.progress ?? ANY}
        name={(value) => (value === ANY ? translate('follow_any') : sayProgress(translate, value))}
        onChange={(value) => onAsk('progress', value === ANY ? null : value)}
      />
      <div class="follow-checks">
        <Check
          label={translate('follow_only_due')}
          on={asked.onlyDue}
          onSwitch={(onlyDue) => onAsk('onlyDue', onlyDue)}
        />
        <Check
          label={translate('follow_only_evidence')}
          on={asked.onlyWithEvidence}
          onSwitch={(onlyWithEvidence) => onAsk('onlyWithEvidence', onlyWithEvidence)}
        />
      </div>
    </search>
  );
}

interface CheckProps {
  readonly label: string;
  readonly on: boolean;
  readonly onSwitch: (on: boolean) => void;
}

function Check({ label, on, onSwitch }: CheckProps) {
  const id = useId();
  return (
    <label class="follow-check" for={id}>
      <input
        id={id}
        type="checkbox"
        class="radio"
        checked={on}
        onChange={(event) => onSwitch(event.currentTarget.checked)}
      />
      {label}
    </label>
  );
}
