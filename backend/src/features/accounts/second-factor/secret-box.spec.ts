import type { Config } from '../../../kernel';
import { SecretBox } from './secret-box';

const boxOf = (secondFactorKey: string) => new SecretBox({ secondFactorKey } as Config);
const box = boxOf('a key that is long enough for a test');

describe('a sealed secret', () => {
  it('opens for its owner, and is never sealed the same way twice', () => {
    const [one, other] = [box.seal('JBSWY3DPEHPK3PXP', 'li'), box.seal('JBSWY3DPEHPK3PXP', 'li')];
    expect([box.open(one, 'li'), box.open(other, 'li')]).toEqual([
      'JBSWY3DPEHPK3PXP',
      'JBSWY3DPEHPK3PXP',
    ]);
    expect(one.equals(other)).toBe(false);
    expect(one.toString('latin1')).not.toContain('JBSWY3DP');
  });

  it('opens neither for somebody else, nor with another key, nor changed, nor cut', () => {
    const sealed = box.seal('JBSWY3DPEHPK3PXP', 'li');
    expect(box.open(sealed, 'wang')).toBeNull();
    expect(boxOf('another key, as long as the first').open(sealed, 'li')).toBeNull();
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(box.open(changed, 'li')).toBeNull();
      expect(box.open(sealed.subarray(0, at), 'li')).toBeNull();
    }
  });
});
