import { createContext } from 'preact';

/** As much of a view's list as was shown when its reader left it, which who goes back finds there again. */
export interface ShownItems {
  /** 0 where nothing is known. */
  readonly items: number;
  readonly keep: (items: number) => void;
  /** Whether its reader has come back to it. */
  readonly isBack: boolean;
}

export const ListShown = createContext<ShownItems>({ items: 0, keep: () => {}, isBack: false });
