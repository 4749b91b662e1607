// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import type { RestoreState } from '../../../core/backup/state.ts';
import { Restore } from '../../../entrypoints/library/backup/restore.tsx';
import { clear, showInEnglish } from '../../components/in-english.tsx';

afterEach(clear);

const PLANNED = {
  kind: 'planned',
  name: 'backup.json.gz',
  head: { madeAt: '2026-03-01T12:00:00.000Z', madeBy: '0.2.0' },
  plan: {
    counts: { added: 1, changed: 0, 'kept-twice': 0, removed: 0, 'removed-here': 0, left: 0, 'left-newer': 0 },
    records: [],
    settings: 0,
    searches: 0,
    kept: 0,
    accounts: [],
    texts: [],
  },
  leftOff: null,
} as unknown as RestoreState;

const show = (restoring: RestoreState | null) =>
  showInEnglish(<Restore restoring={restoring} onOpen={() => {}} onRestore={() => {}} onClose={() => {}} />);

test.each<RestoreState | null>([null, { kind: 'restoring', name: PLANNED.name }])(
  'who has decided on a plan is led to what stands in its place: %j',
  async (next) => {
    await show(null);
    expect(document.activeElement).toBe(document.body);
    const root = await show(PLANNED);
    root.querySelector<HTMLElement>('.accounts-buttons .button:last-child')?.focus();
    await show(next);
    const chooser = root.querySelector<HTMLInputElement>('input[type=file]');
    expect(document.activeElement).toBe(chooser);
    // While it goes on the chooser keeps the focus, and takes nothing.
    expect(chooser?.disabled).toBe(false);
    expect(chooser?.getAttribute('aria-disabled')).toBe(String(next !== null));
    await show({ kind: 'done', name: PLANNED.name, keptOut: 0, leftDeleted: 0 });
    expect(document.activeElement).toBe(chooser);
  },
);
