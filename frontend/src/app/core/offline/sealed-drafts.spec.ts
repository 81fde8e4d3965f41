import { SealedDrafts } from './sealed-drafts';
import { MemorySealedStore } from './testing/memory-sealed-store';
import { takenCase } from './testing/taken-case';

describe('what waits behind a lock', () => {
  it('loses none of what is written at once, and is counted in clear', async () => {
    const store = new MemorySealedStore();
    const opened = await takenCase(store);
    const counts: number[] = [];
    const drafts = new SealedDrafts(opened, store, (unsent) => counts.push(unsent));
    const items = ['1.1', '1.2', '1.3', '1.4'];
    await Promise.all(items.map((item) => drafts.write(`s:${item}`, { finding: item })));
    await drafts.remove('s:1.2');
    expect((await drafts.readAll('s:')).map(({ key }) => key)).toEqual(['s:1.1', 's:1.3', 's:1.4']);
    expect(await drafts.read('s:1.3')).toEqual({ finding: '1.3' });
    expect(store.cases.get('d1')?.unsent).toBe(3);
    expect(counts).toEqual([1, 2, 3, 4, 3]);
  });
});
