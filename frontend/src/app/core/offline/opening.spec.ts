import { PlayedServer, storeWith } from '../../testing/store-with';
import { DamagedError, WrongPassphraseError } from './lock';
import { Opening, WaitError } from './opening';
import { SealedStore } from './sealed-store';
import { MemorySealedStore } from './testing/memory-sealed-store';
import { PASSPHRASE, takenCase } from './testing/taken-case';

async function opened() {
  const kept = new MemorySealedStore();
  const sealed = await takenCase(kept);
  const providers = [{ provide: SealedStore, useValue: kept }];
  const { store: opening } = storeWith(Opening, new PlayedServer({}), providers);
  return { kept, sealed, opening };
}

describe('a case that was taken along', () => {
  it('opens by its passphrase, which forgives the wrong ones before', async () => {
    const { kept, sealed, opening } = await opened();
    await sealed.write('case', { enterpriseName: '长河机械' });
    await expect(opening.open('d1', '别的口令')).rejects.toBeInstanceOf(WrongPassphraseError);
    expect(kept.cases.get('d1')?.failures).toBe(1);
    const found = await opening.open('d1', PASSPHRASE);
    expect(await found.json('case')).toEqual({ enterpriseName: '长河机械' });
    expect(kept.cases.get('d1')?.failures).toBe(0);
  });

  it('makes who guesses wait after the fifth wrong one, with the right passphrase too', async () => {
    const { kept, opening } = await opened();
    for (let at = 0; at < 5; at += 1)
      await expect(opening.open('d1', `口令 ${String(at)}`)).rejects.toBeInstanceOf(
        WrongPassphraseError,
      );
    await expect(opening.open('d1', PASSPHRASE)).rejects.toBeInstanceOf(WaitError);
    await kept.change('d1', { waitsUntil: Date.now() - 1 });
    await expect(opening.open('d1', PASSPHRASE)).resolves.toBeDefined();
  });

  it('opens no more, and takes nothing, once it is deleted', async () => {
    const { kept, sealed, opening } = await opened();
    await sealed.write('case', {});
    await kept.wipe('d1');
    await expect(opening.open('d1', PASSPHRASE)).rejects.toBeInstanceOf(DamagedError);
    await expect(sealed.write('case', {})).rejects.toBeInstanceOf(DamagedError);
    expect([kept.cases.size, kept.sealed.size]).toEqual([0, 0]);
  });
});
