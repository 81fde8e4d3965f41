import { currencyOn } from '@liangxing/standard-number';
import fc from 'fast-check';
import { createTestDatabase, type TestDatabase } from '../../../testing/test-database';
import { dueCondition } from './due-condition';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const day = fc
  .date({ min: new Date('2023-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const claimed = fc.record({
  issuedOn: fc.option(day),
  checkedOn: day,
  identity: fc.constantFrom('GB/T 1-2024', 'ISO 1:2025', 'GB 1-2009/XG1-2026', 'GB/T 1-0000', '无'),
});

describe('what is due in the database', () => {
  it('is due by the rule of the currency check', async () => {
    const today = '2026-11-29';
    const rows = fc
      .sample(claimed, 5_000)
      .filter(({ checkedOn, issuedOn }) => checkedOn <= today && (issuedOn ?? '') <= today);
    const found = await database.superuser<{ isDue: boolean }>(
      `SELECT ${dueCondition({
        issuedOn: 'r."issuedOn"',
        checkedOn: 'r."checkedOn"',
        identity: 'r.identity',
        day: '$2',
      })} AS "isDue"
       FROM ROWS FROM (jsonb_to_recordset($1::jsonb)
         AS ("issuedOn" date, "checkedOn" date, identity text)) WITH ORDINALITY
         AS r("issuedOn", "checkedOn", identity, place) ORDER BY place`,
      [JSON.stringify(rows), today],
    );
    const expected = rows.map(({ issuedOn, checkedOn, identity }) => {
      const claim = { status: 'upcoming' as const, source: '目录', checkedOn };
      return currencyOn({ issued: issuedOn ?? undefined, identity, claim }, today).isDue === true;
    });
    expect(found.map(({ isDue }) => isDue)).toEqual(expected);
    expect(new Set(expected).size).toBe(2);
  });
});
