import {
  type Efforts,
  type EffortChanges,
  applyChanges,
  isEmpty,
  withoutChanges,
} from './effort-changes';

/** A request on its way: what it carries, and the stored efforts that it brings back; null where it failed. */
export interface SentEfforts {
  readonly changes: EffortChanges;
  readonly outcome: Promise<Efforts | null>;
}

/** What is on the page at the moment of leaving it. */
export interface LeftEfforts {
  readonly stored: Efforts;
  readonly changes: EffortChanges;
  readonly sent: SentEfforts | null;
  readonly save: (efforts: Efforts) => Promise<Efforts>;
}

/**
 * Sends what waits, once, behind the request that is still on its way.
 * @returns whether everything is stored now
 */
export async function flushEfforts({ stored, changes, sent, save }: LeftEfforts): Promise<boolean> {
  const newer = sent ? await sent.outcome : null;
  const left = sent && newer ? withoutChanges(changes, sent.changes) : changes;
  if (isEmpty(left)) return true;
  try {
    await save(applyChanges(newer ?? stored, left));
    return true;
  } catch {
    // It waits on this machine and goes on the next visit.
    return false;
  }
}
