import type { Imports } from '../../../components/accounts/import-files.tsx';
import type { AccountRequests } from '../../../core/protocol/accounts.ts';
import type { Ask } from '../../../core/protocol/wire.ts';
import type { ImportState } from '../../../core/sources/import-state.ts';
import { importFile } from '../../import/import-file.ts';

/** Takes files in, one at a time, has it shown how far they are, and gives that. */
export function followImports(ask: Ask<AccountRequests>, show: () => void): () => Imports {
  let importing: ImportState | null = null;
  let cancel = (): void => undefined;
  const onState = (state: ImportState | null) => {
    importing = state;
    show();
  };
  return () => ({
    importing,
    onImport: (file) => {
      ({ cancel } = importFile(file, { ask, onState }));
    },
    onCancel: () => {
      cancel();
      onState(null);
    },
  });
}
