import { naturalKey } from './derive-facts';

describe('a natural key', () => {
  it('orders 1.2 before 1.10 and takes leading zeros for nothing', () => {
    expect(naturalKey('j1.2') < naturalKey('J1.10')).toBe(true);
    expect(naturalKey('J001')).toBe(naturalKey('J1'));
    expect(naturalKey('J000')).toBe('J000000000000');
    expect(naturalKey('J1234567890123')).toBe('J1234567890123');
  });
});
