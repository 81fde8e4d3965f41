import { type Notice, withNotice } from './notice-list';

const notice = (id: number, text: string, more: Partial<Notice> = {}): Notice => ({
  id,
  text,
  kind: 'block',
  ...more,
});
const undo = { label: '撤销', run: () => undefined };

const idsAfter = (...notices: readonly Notice[]) =>
  notices.reduce<readonly Notice[]>(withNotice, []).map(({ id }) => id);

describe('the list of notices', () => {
  it('shows an equal notice once, at the end', () => {
    expect(
      idsAfter(notice(1, '连不上服务器'), notice(2, '其他'), notice(3, '连不上服务器')),
    ).toEqual([2, 3]);
  });

  it('keeps notices of the same words but another kind', () => {
    expect(idsAfter(notice(1, '已保存'), notice(2, '已保存', { kind: 'done' }))).toEqual([1, 2]);
  });

  it('keeps the undo of each of two equal removals', () => {
    expect(
      idsAfter(
        notice(1, '已删除 1 条', { action: undo }),
        notice(2, '已删除 1 条', { action: undo }),
      ),
    ).toEqual([1, 2]);
  });

  it('shows four at most, the newest ones', () => {
    expect(idsAfter(...[1, 2, 3, 4, 5].map((id) => notice(id, `第 ${id} 条`)))).toEqual([
      2, 3, 4, 5,
    ]);
  });
});
