import fc from 'fast-check';
import { AREAS } from './areas';
import {
  CLIENT_STAGES,
  stageOf,
  type AssessmentFigures,
  type ClientParts,
  type PortfolioClient,
} from './portfolio';
import {
  groupClients,
  matchingClients,
  PORTFOLIO_GROUPS,
  PORTFOLIO_SORTS,
  quietDaysOf,
  sortClients,
  USUAL_VIEW,
} from './portfolio-view';

const now = new Date('2026-12-01T00:00:00Z');
const count = fc.nat({ max: 50 });
const grade = fc.constantFrom(null, 'A', 'AA', 'AAA', 'AAAA');
/** A part that may be closed. */
const part = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });

const assessment: fc.Arbitrary<AssessmentFigures> = fc.record({
  title: fc.constant('自我评价'),
  schemeId: fc.constant('x'),
  schemeVersion: fc.constant('1.0.0'),
  kind: fc.constant('scored' as const),
  targetGrade: grade,
  grade,
  reachesTarget: fc.constantFrom(null, true, false),
  basic: count,
  bonus: count,
  total: count,
  basicPoints: fc.constant(50),
  bonusPoints: fc.constant(50),
  answered: count,
  items: fc.constant(50),
  isProvisional: fc.boolean(),
  readiness: fc.constant(null),
  sections: fc.constant([]),
});

const parts: fc.Arbitrary<ClientParts> = fc
  .record({
    profile: part(fc.record({ done: count, total: fc.constant(50) })),
    system: part(
      fc.option(fc.record({ completeness: fc.constantFrom(null, 0, 50, 100), missing: count })),
    ),
    register: part(fc.record({ total: count, existing: count, expired: count })),
    assessment: part(fc.option(assessment)),
    improvements: part(fc.record({ open: count, overdue: count })),
    dossier: part(
      fc.option(
        fc.record({ state: fc.constantFrom('ready', 'failed'), builtAt: fc.constant(null) }),
      ),
    ),
  })
  .map((found) =>
    Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)),
  );

const client: fc.Arbitrary<PortfolioClient> = fc.record({
  id: fc.uuid(),
  name: fc.constantFrom('安达机械', '博远电子', '长河化工', 'Delta', '安达机械 2'),
  readable: fc.constant(AREAS),
  endsAt: fc.constant('2027-01-01T00:00:00.000Z'),
  readAt: fc.constant('2026-11-30T00:00:00.000Z'),
  parts,
  next: fc.option(
    fc.record({
      on: fc.constantFrom('2026-12-01', '2027-01-05'),
      kind: fc.constant('action' as const),
      title: fc.constant('补记录'),
    }),
  ),
  activeAt: fc.option(fc.constantFrom('2026-11-30T12:00:00.000Z', '2026-06-01T00:00:00.000Z')),
  consultants: fc.subarray(['周华', '李明']),
});
const clients = fc.uniqueArray(client, { selector: ({ id }) => id, maxLength: 30 });
const order = { sort: fc.constantFrom(...PORTFOLIO_SORTS), isDescending: fc.boolean() };

const idsOf = (some: readonly PortfolioClient[]): string[] => some.map(({ id }) => id);

describe('the list of clients', () => {
  it('is put in an order that does not depend on how it came', () => {
    fc.assert(
      fc.property(clients, fc.record(order), (some, view) => {
        const sorted = sortClients(some, view);
        expect(idsOf(sorted).sort()).toEqual(idsOf(some).sort());
        expect(sortClients([...some].reverse(), view)).toEqual(sorted);
      }),
    );
  });

  it('shows what is closed or not known last, whichever way it is sorted', () => {
    fc.assert(
      fc.property(clients, fc.boolean(), (some, isDescending) => {
        const known = sortClients(some, { sort: 'overdue', isDescending }).map(
          (one) => one.parts.improvements !== undefined,
        );
        expect(known).toEqual([...known].sort((a, b) => Number(b) - Number(a)));
      }),
    );
  });

  it('falls into groups that lose nobody and keep the order', () => {
    fc.assert(
      fc.property(
        clients,
        fc.record({ ...order, group: fc.constantFrom(...PORTFOLIO_GROUPS) }),
        (some, view) => {
          const sorted = sortClients(some, view);
          const groups = groupClients(sorted, view.group);
          expect(idsOf(groups.flatMap((group) => group.clients)).sort()).toEqual(
            idsOf(some).sort(),
          );
          for (const { clients: members } of groups)
            expect(idsOf(members)).toEqual(idsOf(sorted.filter((one) => members.includes(one))));
        },
      ),
    );
  });

  it('is left as it is by the usual view, and never grows by a narrower one', () => {
    fc.assert(
      fc.property(
        clients,
        fc.constantFrom('', ...CLIENT_STAGES),
        fc.boolean(),
        fc.nat(400),
        (some, stage, isOverdueOnly, quietDays) => {
          expect(matchingClients(some, USUAL_VIEW, now)).toEqual(some);
          const found = matchingClients(
            some,
            { ...USUAL_VIEW, stage, isOverdueOnly, quietDays },
            now,
          );
          for (const one of found) {
            if (stage !== '') expect(stageOf(one.parts)).toBe(stage);
            if (isOverdueOnly) expect(one.parts.improvements?.overdue).toBeGreaterThan(0);
            const quiet = quietDaysOf(one, now);
            if (quiet !== null) expect(quiet).toBeGreaterThanOrEqual(quietDays);
          }
        },
      ),
    );
  });
});

describe('the stage of a client', () => {
  it('is the first step that is not done', () => {
    const done = { profile: { done: 2, total: 2 }, system: { completeness: 100, missing: 0 } };
    expect(stageOf({ ...done, profile: { done: 1, total: 2 } })).toBe('profile');
    expect(stageOf({ ...done, system: null })).toBe('system');
    expect(stageOf({ ...done, register: { total: 0, existing: 0, expired: 0 } })).toBe('standards');
    expect(stageOf({ ...done, assessment: null })).toBe('assessment');
    expect(stageOf({ ...done, dossier: null })).toBe('dossiers');
    expect(
      stageOf({
        ...done,
        register: { total: 9, existing: 9, expired: 0 },
        assessment: { answered: 3, items: 3, reachesTarget: true, readiness: null } as never,
        improvements: { open: 0, overdue: 0 },
        dossier: { state: 'ready', builtAt: null },
      }),
    ).toBe('done');
  });

  it('is done only to whom all of it is opened', () => {
    expect(stageOf({ register: { total: 9, existing: 9, expired: 0 } })).toBeNull();
  });

  it('is told of nothing but what is opened', () => {
    expect(stageOf({})).toBeNull();
    fc.assert(
      fc.property(parts, (some) => {
        const stage = stageOf(some);
        const { profile: _profile, ...others } = some;
        if (stage !== 'profile') expect([stage, null]).toContain(stageOf(others) ?? null);
        else expect(some.profile).toBeDefined();
      }),
    );
  });
});
