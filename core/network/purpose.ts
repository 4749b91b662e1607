/**
 * What the network is asked for; the reader switches each on by itself. `refresh`: to bring feeds up to date; `accounts`: to
 * add accounts; `ask`: what posts there are about a page.
 */
export type Purpose = 'refresh' | 'accounts' | 'ask';
