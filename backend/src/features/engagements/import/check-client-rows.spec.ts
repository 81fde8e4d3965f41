import fc from 'fast-check';
import { AREAS } from '@liangxing/contracts';
import { checkClientRows, type Known } from './check-client-rows';
import type { ClientRow } from './client-row';

const row = (change: Partial<ClientRow> = {}): ClientRow => ({
  ...{ rowNumber: 2, name: '苏州甲', creditCode: '', email: 'a@example.cn', note: '' },
  ...{ readable: AREAS, writable: AREAS, from: '2026-12-01', until: '2027-11-30' },
  ...{ people: [], problems: [], ...change },
});
const member = (userId: string, name: string, email = `${userId}@example.cn`) => ({
  ...{ userId, name, email },
});
const known = (change: Partial<Known> = {}): Known => ({
  ...{ offered: new Set(), clients: new Set(), room: 10, mayAssign: true, userId: 'me' },
  members: [
    member('me', '王芳'),
    member('liu', '刘洋'),
    member('li', '李娜'),
    member('li2', '李娜'),
  ],
  ...change,
});
const problems = (asked: Partial<ClientRow>, there: Partial<Known> = {}) =>
  checkClientRows([row(asked)], known(there))[0]?.problems;

describe('rows of clients beside what there is', () => {
  it('are ready, with the members whom they name by name or address', () => {
    expect(checkClientRows([row({ people: ['刘洋', 'LI2@example.cn', '刘洋'] })], known())).toEqual(
      [
        {
          ...row({ people: ['刘洋', 'LI2@example.cn', '刘洋'] }),
          state: 'ready',
          assigneeIds: ['liu', 'li2'],
        },
      ],
    );
  });

  it('say whom they name that is no member, or two of them', () => {
    expect(problems({ people: ['张三'] })).toEqual(['person_unknown']);
    expect(problems({ people: ['x@example.cn'] })).toEqual(['person_unknown']);
    expect(problems({ people: ['李娜'] })).toEqual(['person_ambiguous']);
  });

  it('assign others only where the person may', () => {
    expect(problems({ people: ['刘洋'] }, { mayAssign: false })).toEqual(['assigning_forbidden']);
    expect(problems({ people: ['王芳'] }, { mayAssign: false })).toEqual([]);
  });

  it('are no second offer, and no offer to a client, known by address, code or name', () => {
    expect(problems({}, { offered: new Set(['a@example.cn']) })).toEqual(['already_offered']);
    for (const key of ['a@example.cn', '913205050000LJDT79', '苏州甲'])
      expect(problems({ creditCode: '913205050000LJDT79' }, { clients: new Set([key]) })).toEqual([
        'already_client',
      ]);
    expect(problems({}, { clients: new Set(['']) })).toEqual([]);
  });

  it('are never more than there is room for, the first good ones first', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean()), fc.integer({ min: -2, max: 8 }), (good, room) => {
        const rows = good.map((isGood, at) =>
          row({ rowNumber: at, problems: isGood ? [] : ['email_missing'] }),
        );
        const checked = checkClientRows(rows, known({ room }));
        const ready = checked.filter(({ state }) => state === 'ready');
        const wanted = rows.filter(({ problems: each }) => each.length === 0);
        expect(ready.map(({ rowNumber }) => rowNumber)).toEqual(
          wanted.slice(0, Math.max(0, room)).map(({ rowNumber }) => rowNumber),
        );
        const beyond = checked.filter(({ problems: each }) => each.includes('over_quota'));
        expect(beyond).toHaveLength(wanted.length - ready.length);
      }),
    );
  });
});
