import type { Handle } from '../../core/model/ids.ts';

interface Props {
  /** Null where only the handle is known. */
  readonly displayName: string | null;
  readonly handle: Handle;
}

/** What an account is called; both names are whatever somebody wrote, in any script. */
export function Name({ displayName, handle }: Props) {
  const hasName = displayName !== null && displayName.trim() !== '';
  return (
    <>
      {hasName && (
        <>
          <bdi>{displayName}</bdi>{' '}
        </>
      )}
      <bdi class="quiet">@{handle}</bdi>
    </>
  );
}
