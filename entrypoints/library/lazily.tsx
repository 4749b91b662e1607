import type { FunctionComponent } from 'preact';
import { lazily as lazilyIn } from '../../components/lazily.tsx';
import { NotLoaded, Waiting } from '../../components/library/browse/states.tsx';

/** A view whose code comes when it is first shown, so that the page begins without it. */
export function lazily<Props extends object>(load: () => Promise<FunctionComponent<Props>>): FunctionComponent<Props> {
  return lazilyIn(load, { Waiting, NotLoaded });
}
