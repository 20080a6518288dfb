import { LookupError } from '../engine/errors.js';
import { longDay, message } from './messages.js';
import { SharedLists } from './shared-lists.js';

/**
 * Opens a list of one's own, which nobody shares. Rejects with a LookupError, and nothing is open then.
 * @param {import('./shared-lists.js').Supply} supply
 * @param {import('./shared-lists.js').Attributes} attributes
 * @param {object} member For whom.
 * @param {{asOf?: string, signal?: AbortSignal}} options
 */
export async function ownLists(supply, attributes, member, { asOf, signal }) {
  if (!attributes.snapshotSrc) throw new LookupError('snapshot_unreachable', { detail: 'no address given' });
  if (asOf !== undefined && Number.isNaN(Date.parse(`${asOf}T00:00Z`)))
    throw new LookupError('date_invalid', { field: 'as_of', detail: asOf });
  if (signal?.aborted) throw new LookupError('aborted', { cause: signal.reason });
  const lists = new SharedLists(supply, attributes);
  lists.join(member);
  const giveUp = () => lists.leave(member);
  signal?.addEventListener('abort', giveUp);
  try {
    const engine = await lists.open();
    const date = engine.lists.map(({ as_of }) => as_of).sort()[0];
    if (asOf && date < asOf) {
      const sentence = message('failure.list_older', { date: longDay(date), wanted: longDay(asOf) });
      throw new LookupError('list_older', { sentence, field: 'as_of' });
    }
    return lists;
  } catch (thrown) {
    lists.leave(member);
    throw thrown;
  } finally {
    signal?.removeEventListener('abort', giveUp);
  }
}
