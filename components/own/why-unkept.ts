import { notKeptBecause } from '../../core/protocol/own.ts';
import type { Unkept } from './draft.ts';

/** Why that is not kept which a request wants kept; null where it is. */
export async function whyUnkept(request: Promise<unknown>): Promise<Unkept | null> {
  try {
    await request;
    return null;
  } catch (error) {
    return notKeptBecause(error) === 'full' ? 'full' : 'failed';
  }
}
