import { createContext } from 'preact';

/** How what stands beside an item is shown; `line`: in one line, until its reader wants all of it. */
export const BesideForm = createContext<'whole' | 'line'>('whole');
