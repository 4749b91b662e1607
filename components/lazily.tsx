import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';

interface Meanwhile {
  readonly Waiting: FunctionComponent;
  readonly NotLoaded: FunctionComponent<{ readonly onTryAgain: () => void }>;
}

/** A part whose code comes when it is first shown, so that the page begins without it. */
export function lazily<Props extends object>(
  load: () => Promise<FunctionComponent<Props>>,
  { Waiting, NotLoaded }: Meanwhile,
): FunctionComponent<Props> {
  let loaded: FunctionComponent<Props> | null = null;
  return (props) => {
    const [attempt, setAttempt] = useState(0);
    const [failed, setFailed] = useState(-1);
    // Not the part itself: what is a function is called for a first state.
    const [, setLoaded] = useState(loaded !== null);
    useEffect(() => {
      if (loaded !== null) return;
      load().then(
        (view) => {
          loaded = view;
          setLoaded(true);
        },
        () => setFailed(attempt),
      );
    }, [attempt]);
    if (loaded !== null) {
      const View = loaded;
      return <View {...props} />;
    }
    return failed === attempt ? <NotLoaded onTryAgain={() => setAttempt(attempt + 1)} /> : <Waiting />;
  };
}
