import { DamagedError, newLock, openLock, WrongPassphraseError } from './lock';
import { seal, unseal } from './seal';

const FEW = 1_000;
const text = (content: ArrayBuffer): string => new TextDecoder().decode(content);
const bytes = (content: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(content);

describe('a lock', () => {
  it('opens by its passphrase, however its characters were written', async () => {
    const { lock, key } = await newLock('Ａbc 现场评价 123', FEW);
    const sealed = await seal(key, 'a/case', bytes('长河机械'));
    const opened = await openLock(lock, 'Abc 现场评价 123');
    expect(text(await unseal(opened, 'a/case', sealed))).toBe('长河机械');
    expect(opened.extractable).toBe(false);
  });

  it('tells a wrong passphrase from damage', async () => {
    const { lock } = await newLock('现场评价 123 号楼', FEW);
    await expect(openLock(lock, '现场评价 124 号楼')).rejects.toBeInstanceOf(WrongPassphraseError);
    for (const part of ['salt', 'iv', 'wrapped', 'check'] as const) {
      const damaged = new Uint8Array(lock[part]);
      damaged[0] = (damaged[0] ?? 0) ^ 1;
      const opening = openLock({ ...lock, [part]: damaged }, '现场评价 123 号楼');
      await expect(opening).rejects.toBeInstanceOf(DamagedError);
    }
  });

  it('is another one for the same passphrase', async () => {
    const [one, other] = [await newLock('现场评价 123', FEW), await newLock('现场评价 123', FEW)];
    const sealed = await seal(one.key, 'a/case', bytes('秘密'));
    await expect(unseal(other.key, 'a/case', sealed)).rejects.toBeInstanceOf(DamagedError);
  });
});

describe('what is sealed', () => {
  it('opens at its own place alone, and only as it was', async () => {
    const { key } = await newLock('现场评价 123', FEW);
    const sealed = await seal(key, 'a/case', bytes('秘密'));
    await expect(unseal(key, 'b/case', sealed)).rejects.toBeInstanceOf(DamagedError);
    const changed = new Uint8Array(sealed.data.slice(0));
    changed[0] = (changed[0] ?? 0) ^ 1;
    const opening = unseal(key, 'a/case', { ...sealed, data: changed.buffer });
    await expect(opening).rejects.toBeInstanceOf(DamagedError);
  });

  it('says nothing of its content, and never twice the same', async () => {
    const { key } = await newLock('现场评价 123', FEW);
    const [one, other] = [
      await seal(key, 'a', bytes('长河机械')),
      await seal(key, 'a', bytes('长河机械')),
    ];
    expect(Buffer.from(one.data).includes('长河')).toBe(false);
    expect(Buffer.from(one.data).equals(Buffer.from(other.data))).toBe(false);
  });
});
