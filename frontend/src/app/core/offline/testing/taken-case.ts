import { newLock } from '../lock';
import { OpenedCase } from '../opened-case';
import type { SealedStore, TakenCase } from '../sealed-store';
import type { MemorySealedStore } from './memory-sealed-store';

export const PASSPHRASE = '三号车间 东门 2026';

/** A case that was taken along, open; its passphrase is hashed seldom, for the tests’ sake. */
export async function takenCase(
  store: MemorySealedStore,
  values: Partial<TakenCase> = {},
): Promise<OpenedCase> {
  const { lock, key } = await newLock(PASSPHRASE, 1_000);
  const taken: TakenCase = {
    ...{ id: 'd1', organizationId: 'o1', caseId: 'c1', userId: 'u1', number: '2026-0001' },
    ...{ deviceName: '笔记本', takenAt: '2026-03-01T00:00:00Z', until: '2026-03-04T00:00:00Z' },
    ...{ lock, isWhole: true, failures: 0, waitsUntil: 0, unsent: 0 },
    ...values,
  };
  await store.add(taken);
  return new OpenedCase(taken, key, store as unknown as SealedStore);
}
