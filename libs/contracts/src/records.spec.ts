import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  emptyRecord,
  RECORD_KIND_IDS,
  type RecordKindId,
  recordKind,
  recordProblems,
  recordText,
  wholeRecord,
} from './records';

/** Lists that the items of a shipped pack name as `records`. */
const askedIn = (schemeId: string): readonly string[] => {
  const pack = readFileSync(join(__dirname, '../../scheme/packs', `${schemeId}.yaml`), 'utf8');
  const lists = [...pack.matchAll(/^ *records: \[(.*)\]$/gmu)];
  return lists.flatMap(([, kinds = '']) => kinds.split(', '));
};

/** Some fields of a list, filled rightly: always those that are required. */
const filled = (kind: RecordKindId): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(
    Object.fromEntries(
      recordKind(kind).fields.map(({ id, type, choices = [], isRequired = false }) => {
        const some = {
          date: fc.constant('2026-05-01'),
          number: fc.nat({ max: 1_000_000_000 }),
          choice: fc.nat().map((index) => choices[index % choices.length]?.id),
        }[type as 'date'];
        const value: fc.Arbitrary<unknown> = some ?? fc.string({ minLength: 1, maxLength: 200 });
        return [id, isRequired ? value : fc.oneof(value, fc.constantFrom(null, undefined))];
      }),
    ),
  );

const law = { title: '中华人民共和国标准化法', status: 'current' };

describe.each(RECORD_KIND_IDS)('the list %s', (id) => {
  const kind = recordKind(id);
  const { fields } = kind;

  it('names each field, and each choice, once and in both languages', () => {
    expect(kind.id).toBe(id);
    expect(new Set(fields.map((field) => field.id)).size).toBe(fields.length);
    for (const each of [kind, ...fields, ...fields.flatMap(({ choices }) => choices ?? [])]) {
      expect(each.label.zh).toMatch(/\p{Script=Han}/u);
      expect(each.label.en).toMatch(/^[A-Z]/);
    }
    for (const { choices = [] } of fields)
      expect(new Set(choices.flatMap(({ id, label }) => [id, label.zh])).size).toBe(
        choices.length * 2,
      );
  });

  it('has a required title, a day for its year, and no head that means two fields', () => {
    expect(fields.find((field) => field.id === kind.titleField)?.isRequired).toBe(true);
    expect(fields.find((field) => field.id === kind.dateField)?.type).toBe('date');
    for (const field of fields) expect(field.type === 'choice').toBe(field.choices !== undefined);
    const labels = fields.map(({ label }) => label.zh);
    expect(new Set(labels).size).toBe(labels.length);
  });

  it.each(['gsp-2004', 'gb-t-19273-2017'])('proves an item of %s', (schemeId) => {
    expect(askedIn(schemeId)).toContain(id);
  });

  it('asks for what is required and for nothing else', () => {
    const missing = recordProblems(id, {});
    expect(missing.map(({ field }) => field)).toEqual(
      fields.filter(({ isRequired }) => isRequired).map((field) => field.id),
    );
    expect(missing.every(({ code }) => code === 'required')).toBe(true);
  });
});

describe('a record', () => {
  it('is refused for a field that its list does not have', () => {
    expect(recordProblems('laws', { ...law, number: 'GB 1' })).toEqual([
      { field: 'number', code: 'unknown_field' },
    ]);
  });

  it.each([
    ['2026-02-30', 'not_date'],
    ['2026-2-3', 'not_date'],
    ['1026-02-03', 'year_out_of_range'],
    ['9999-12-31', 'year_out_of_range'],
    [20_260_203, 'not_date'],
  ])('is refused with the day %s', (inForceOn, code) => {
    const problems = recordProblems('laws', { ...law, inForceOn });
    expect(problems.map((one) => [one.field, one.code])).toEqual([['inForceOn', code]]);
  });

  it('is refused where one day lies before another that comes first', () => {
    const days = { issuedOn: '2026-02-02', inForceOn: '2026-02-01' };
    expect(recordProblems('laws', { ...law, ...days })).toEqual([
      { field: 'inForceOn', code: 'before_issue' },
    ]);
    expect(recordProblems('laws', { ...law, issuedOn: days.issuedOn })).toEqual([]);
  });

  it('is refused with a choice, a figure or a text outside of what fits', () => {
    const training = { content: '宣贯', heldOn: '2026-03-01' };
    const wrong = { examination: 'exam', people: -1, hours: '2', teacher: 'x'.repeat(201) };
    expect(
      recordProblems('trainings', { ...training, ...wrong }).map(({ field, code }) => [
        field,
        code,
      ]),
    ).toEqual([
      ['hours', 'not_number'],
      ['people', 'too_small'],
      ['teacher', 'too_long'],
      ['examination', 'not_one_of'],
    ]);
  });

  it('is kept whole: every field of its list, nothing else', () => {
    const whole = wholeRecord('laws', { ...law, checkedOn: null });
    expect(Object.keys(whole)).toEqual(Object.keys(emptyRecord('laws')));
    expect(whole).toMatchObject({ ...law, checkedOn: null, note: '' });
  });

  it('without problems stays without problems when it is made whole', () => {
    fc.assert(
      fc.property(
        fc
          .constantFrom(...RECORD_KIND_IDS)
          .chain((kind) => fc.tuple(fc.constant(kind), filled(kind))),
        ([kind, given]) => {
          expect(recordProblems(kind, given)).toEqual([]);
          const whole = wholeRecord(kind, given);
          expect(recordProblems(kind, whole)).toEqual([]);
          expect(wholeRecord(kind, whole)).toEqual(whole);
        },
      ),
    );
  });

  it('is read as people write it', () => {
    const [status] = recordKind('laws').fields.filter(({ id }) => id === 'status');
    if (status === undefined) throw new Error('laws have a status');
    expect(recordText(status, 'repealed', 'zh')).toBe('已废止');
    expect(recordText(status, '', 'en')).toBe('');
  });
});

describe('shipped packs', () => {
  it.each(['gsp-2004', 'gb-t-19273-2017'])('of %s name only lists that there are', (schemeId) => {
    const known: readonly string[] = RECORD_KIND_IDS;
    expect(askedIn(schemeId).filter((kind) => !known.includes(kind))).toEqual([]);
  });
});
