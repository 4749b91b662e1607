import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { NotLoaded, Waiting } from '../../components/library/browse/states.tsx';

/** A view whose code comes when it is first shown, so that the page begins without it. */
export function lazily<Props extends object>(load: () => Promise<FunctionComponent<Props>>): FunctionComponent<Props> {
  let loaded: FunctionComponent<Props> | null = null;
  return (props) => {
    const [attempt, setAttempt] = useState(0);
    const [failed, setFailed] = useState(-1);
    const [, setView] = useState(loaded);
    useEffect(() => {
      if (loaded !== null) return;
      load().then(
        (view) => {
          loaded = view;
          setView(() => view);
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
