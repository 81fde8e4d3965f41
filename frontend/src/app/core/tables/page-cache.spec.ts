import { PageCache } from './page-cache';

const listOf = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: String(at), text: '' }));

function cacheOf(count: number, most = 30) {
  const asked: number[] = [];
  const rows = listOf(count);
  const cache = new PageCache<{ id: string; text: string }>(
    async (offset, limit) => {
      asked.push(offset);
      return { total: count, rows: rows.slice(offset, offset + limit) };
    },
    10,
    most,
  );
  return { cache, asked };
}

describe('a long list read in pages', () => {
  it('asks for the pages it lacks and for each only once', async () => {
    const { cache, asked } = cacheOf(100);
    expect(await cache.load(5, 25)).toBe(100);
    expect(await cache.load(0, 29)).toBeUndefined();
    expect(asked).toEqual([0, 10, 20]);
    expect(cache.row(25)?.id).toBe('25');
    expect(cache.row(30)).toBeUndefined();
  });

  it('drops the oldest page when it holds too many, and asks for it again', async () => {
    const { cache, asked } = cacheOf(100, 2);
    await cache.load(0, 0);
    await cache.load(10, 10);
    await cache.load(20, 20);
    expect(cache.row(0)).toBeUndefined();
    await cache.load(0, 0);
    expect(asked).toEqual([0, 10, 20, 0]);
  });

  it('drops answers to an older question', async () => {
    let answer: (page: { total: number; rows: { id: string }[] }) => void = () => undefined;
    const cache = new PageCache<{ id: string }>(() => new Promise((resolve) => (answer = resolve)));
    const first = cache.load(0, 0);
    cache.clear();
    answer({ total: 1, rows: [{ id: 'old' }] });
    expect(await first).toBeUndefined();
    expect(cache.row(0)).toBeUndefined();
  });

  it('asks again after a failure', async () => {
    let isUp = false;
    const cache = new PageCache<{ id: string }>(async () => {
      if (!isUp) throw new Error('offline');
      return { total: 1, rows: [{ id: 'a' }] };
    });
    await expect(cache.load(0, 0)).rejects.toThrow('offline');
    isUp = true;
    expect(await cache.load(0, 0)).toBe(1);
  });

  it('shows a changed row in the place of the old one', async () => {
    const { cache } = cacheOf(20);
    await cache.load(0, 19);
    cache.replace({ id: '12', text: '新' });
    expect(cache.row(12)?.text).toBe('新');
  });
});
