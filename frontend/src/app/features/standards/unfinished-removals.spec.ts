import { keepRemovals, takeRemovals } from './unfinished-removals';

class Kept implements Storage {
  private readonly entries = new Map<string, string>();
  get length(): number {
    return this.entries.size;
  }
  clear(): void {
    this.entries.clear();
  }
  getItem(key: string): string | null {
    return this.entries.get(key) ?? null;
  }
  key(): null {
    return null;
  }
  removeItem(key: string): void {
    this.entries.delete(key);
  }
  setItem(key: string, value: string): void {
    this.entries.set(key, value);
  }
}

describe('rows that were deleted just before the page was left', () => {
  it('are handed to the next page of the same person once, and to nobody else', () => {
    const storage = new Kept();
    keepRemovals(storage, 'company', 'zhou', ['a', 'b']);
    expect(takeRemovals(storage, 'company', 'gu')).toEqual([]);
    expect(takeRemovals(storage, 'company', 'zhou')).toEqual(['a', 'b']);
    expect(takeRemovals(storage, 'company', 'zhou')).toEqual([]);
  });

  it('leave nothing behind where there were none, and what cannot be read is none', () => {
    const storage = new Kept();
    keepRemovals(storage, 'company', 'zhou', []);
    expect(storage.length).toBe(0);
    storage.setItem('lx.removals.company.zhou', 'broken');
    expect(takeRemovals(storage, 'company', 'zhou')).toEqual([]);
  });
});
