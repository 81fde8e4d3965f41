import fc from 'fast-check';
import { parseStandardNumber } from '../parse-standard-number';
import type { StandardStatus } from '../standard-status';
import { currencyOn, hasImpossibleDates, type CurrencyFacts } from './currency';
import { replacementTargets, type Replacement } from './replacement-chain';
import { seriesOf } from './series';

const claim = (status: StandardStatus, checkedOn = '2026-04-30', source = '目录') => ({
  claim: { status, checkedOn, source },
});
const OLD = {
  issued: '2003-09-15',
  inForce: '2003-10-01',
  withdrawn: '2018-07-01',
  replacedBy: ['GB/T 19273-2017'],
};
const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const status = fc.constantFrom<StandardStatus>(
  'upcoming',
  'current',
  'ending',
  'replaced',
  'withdrawn',
  'unknown',
);

describe('currencyOn', () => {
  it.each([
    ['2003-09-14', 'unpublished', 'dates'],
    ['2003-09-15', 'upcoming', 'dates'],
    ['2003-10-01', 'ending', 'dates'],
    ['2018-06-30', 'ending', 'dates'],
    ['2018-07-01', 'replaced', 'dates'],
  ])('says of GB/T 19273-2003 on %s: %s by %s', (date, expected, basis) => {
    expect(currencyOn(OLD, date)).toMatchObject({ status: expected, basis });
  });

  it('names the day on which a standard in force ends', () => {
    expect(currencyOn(OLD, '2018-06-30').endsOn).toBe('2018-07-01');
    expect(currencyOn({ ...OLD, withdrawn: undefined }, '2018-06-30')).toEqual({
      status: 'current',
      basis: 'dates',
    });
  });

  it.each<[string, CurrencyFacts, StandardStatus]>([
    ['nothing', {}, 'unknown'],
    ['a claim', claim('current'), 'current'],
    ['a claim from later', claim('current', '2027-01-01'), 'unknown'],
    ['a claim on no day', claim('current', ''), 'unknown'],
    ['a claim of nobody', claim('current', '2026-04-30', ' '), 'unknown'],
    ['a claim against its dates', { inForce: '2020-01-01', ...claim('withdrawn') }, 'withdrawn'],
    ['a claim and a replacement', { replacedBy: ['x'], ...claim('withdrawn') }, 'replaced'],
    ['dates that settle it', { inForce: '2020-01-01', ...claim('upcoming') }, 'current'],
    ['a force ahead of its claim', { inForce: '2027-01-01', ...claim('current') }, 'unknown'],
    ['a claim with an end', { withdrawn: '2027-01-01', ...claim('current') }, 'ending'],
    ['an end that is a claim', { inForce: '2020-01-01', ...claim('ending') }, 'ending'],
    ['an impossible day', { inForce: '2019-02-30', ...claim('current') }, 'unknown'],
    ['an impossible order', { issued: '2020-01-01', inForce: '2019-01-01' }, 'unknown'],
  ])('with %s answers by the rule', (_name, facts, expected) => {
    expect(currencyOn(facts, '2026-11-23').status).toBe(expected);
  });

  it.each<[string, CurrencyFacts, boolean]>([
    ['an issue of half a year ago', { issued: '2026-05-20', ...claim('upcoming') }, true],
    ['a younger issue', { issued: '2026-06-01', ...claim('upcoming') }, false],
    ['a year long past', { identity: 'GB/T 1-2025', ...claim('upcoming') }, true],
    ['a year and a check half a year ago', { identity: 'GB/T 1-2026', ...claim('upcoming') }, true],
    ['the current year and a late check', claim('upcoming', '2026-06-01'), false],
    [
      'an old issue that was looked up of late',
      { issued: '2024-05-20', ...claim('upcoming', '2026-11-01') },
      false,
    ],
    ['an amendment of this year', { identity: 'GB 1-2009/XG1-2026', ...claim('upcoming') }, true],
    [
      'an amendment looked up late',
      { identity: 'GB 1-2009/XG1-2026', ...claim('upcoming', '2026-10-01') },
      false,
    ],
  ])('takes 即将实施 without a day for due or not by %s', (_name, facts, due) => {
    const status = due ? 'unknown' : 'upcoming';
    expect(currencyOn(facts, '2026-11-23')).toEqual({
      status,
      basis: 'claim',
      ...(due ? { isDue: true } : {}),
    });
  });

  it('lets a day of coming into force decide instead of what is due', () => {
    const facts = { issued: '2024-01-01', ...claim('upcoming') };
    expect(currencyOn({ ...facts, inForce: '2026-11-23' }, '2026-11-23').status).toBe('current');
    expect(currencyOn({ ...facts, inForce: '2026-11-24' }, '2026-11-23').status).toBe('upcoming');
  });

  it('never takes 即将实施 without a day for 现行, and keeps due what once was due', () => {
    fc.assert(
      fc.property(day, day, day, (checkedOn, one, two) => {
        const [early = one, late = two] = [one, two].sort();
        const facts = { identity: 'GB/T 1-2024', ...claim('upcoming', checkedOn) };
        const found = [early, late].map((date) => currencyOn(facts, date));
        expect(found.map(({ status }) => status)).not.toContain('current');
        if (found[0]?.isDue === true) expect(found[1]?.isDue).toBe(true);
      }),
    );
  });

  it('never goes back along the life of a standard', () => {
    const ranks = ['unpublished', 'upcoming', 'current', 'ending', 'replaced', 'withdrawn'];
    fc.assert(
      fc.property(
        fc.tuple(day, day, day),
        fc.boolean(),
        fc.boolean(),
        day,
        day,
        (dates, isReplaced, isWithdrawn, one, two) => {
          const [issued, inForce, last] = [...dates].sort();
          const withdrawn = isWithdrawn ? last : undefined;
          const facts = { issued, inForce, withdrawn, replacedBy: isReplaced ? ['x'] : [] };
          const [early = one, late = two] = [one, two].sort();
          const rank = (date: string) => ranks.indexOf(currencyOn(facts, date).status);
          expect(rank(early)).toBeGreaterThanOrEqual(0);
          expect(rank(early)).toBeLessThanOrEqual(rank(late));
        },
      ),
    );
  });

  it('calls nothing in force without a date of force or a dated claim that says so', () => {
    const facts = fc.record({
      issued: fc.option(day, { nil: undefined }),
      withdrawn: fc.option(day, { nil: undefined }),
      claim: fc.option(
        fc.record({ status, checkedOn: fc.oneof(day, fc.constant('')), source: fc.constant('') }),
        { nil: undefined },
      ),
    });
    fc.assert(
      fc.property(facts, day, (known, date) => {
        expect(['current', 'ending']).not.toContain(currencyOn(known, date).status);
      }),
    );
  });

  it('lets a withdrawal day that has come decide against every claim', () => {
    fc.assert(
      fc.property(status, day, day, (claimed, withdrawn, date) => {
        fc.pre(date >= withdrawn);
        const found = currencyOn({ withdrawn, ...claim(claimed, withdrawn) }, date);
        expect(found).toEqual({ status: 'withdrawn', basis: 'dates' });
      }),
    );
  });

  it('sees impossible dates', () => {
    expect(hasImpossibleDates({ issued: '2020-02-30' })).toBe(true);
    expect(hasImpossibleDates({ issued: '2020-03-01', withdrawn: '2020-02-01' })).toBe(true);
    expect(hasImpossibleDates({ issued: '2020-02-01', inForce: '2020-02-01' })).toBe(false);
  });
});

describe('replacementTargets', () => {
  const graph: Readonly<Record<string, readonly Replacement[]>> = {
    A: [{ by: 'B', isPartial: false }],
    B: [
      { by: 'C', isPartial: false },
      { by: 'D', isPartial: true },
    ],
    M: [{ by: 'C', isPartial: false }],
    R: [{ by: 'S', isPartial: false }],
    S: [{ by: 'R', isPartial: false }],
  };
  const targets = (start: string, out: readonly string[]) =>
    replacementTargets(
      start,
      (identity) => graph[identity] ?? [],
      (identity) => out.includes(identity),
    );

  it('goes on through what is replaced itself, and says which way is partial', () => {
    expect(targets('A', ['A', 'B'])).toEqual([
      { identity: 'C', path: ['B', 'C'], isPartial: false },
      { identity: 'D', path: ['B', 'D'], isPartial: true },
    ]);
    expect(targets('A', ['A'])).toEqual([{ identity: 'B', path: ['B'], isPartial: false }]);
  });

  it('answers a merge from each side and nothing for a ring or a stranger', () => {
    expect(targets('M', ['M']).map(({ identity }) => identity)).toEqual(['C']);
    expect(targets('R', ['R', 'S'])).toEqual([]);
    expect(targets('Z', ['Z'])).toEqual([]);
  });

  it('ends for every graph, and never answers the start', () => {
    const node = fc.integer({ min: 0, max: 8 }).map(String);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(node, node), { maxLength: 40 }),
        fc.array(node),
        (edges, out) => {
          const found = replacementTargets(
            '0',
            (identity) =>
              edges
                .filter(([from]) => from === identity)
                .map(([, by]) => ({ by, isPartial: false })),
            (identity) => out.includes(identity),
          );
          const ends = found.map(({ identity }) => identity);
          expect(ends).not.toContain('0');
          expect(new Set(ends).size).toBe(ends.length);
        },
      ),
    );
  });
});

describe('seriesOf', () => {
  const series = (text: string): string => {
    const parsed = parseStandardNumber(text);
    return parsed.kind === 'standard' ? seriesOf(parsed) : parsed.kind;
  };

  it.each([
    ['GB/T 19001-2016', 'GB/T 19001'],
    ['GB/T 19001', 'GB/T 19001'],
    ['GB/T 19001—2016/ISO 9001:2015', 'GB/T 19001'],
    ['GB 4943.1-2022', 'GB 4943.1'],
    ['ISO 9001:2015/Amd 1:2024', 'ISO 9001'],
    ['DB44/ 26-2001', 'DB44/ 26'],
  ])('of %s is %s', (text, expected) => {
    expect(series(text)).toBe(expected);
  });
});
