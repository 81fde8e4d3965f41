import fc from 'fast-check';
import { ROLES_OF_KIND, ORGANIZATION_KINDS } from './organization-kinds';
import {
  APPLYING_KINDS,
  canChangeApplication,
  canClose,
  DAYS_UNTIL_DELETION,
  FOUNDABLE_KINDS,
  FOUNDING,
  needsReason,
  ORGANIZATION_MOVES,
  ORGANIZATION_STATES,
  PLATFORM_MOVES,
  platformMovesFrom,
  RESTORING,
  restorableUntil,
  type OrganizationState,
} from './organization-life';

const byTable = (one: string, other: string): number =>
  ORGANIZATION_STATES.indexOf(one as OrganizationState) -
  ORGANIZATION_STATES.indexOf(other as OrganizationState);

describe('the life of an organization', () => {
  it('is moved by the platform, but for asking again after a refusal', () => {
    expect(ORGANIZATION_STATES.map((state) => [state, platformMovesFrom(state)])).toEqual([
      ['waiting', ['approve', 'refuse']],
      ['open', ['suspend']],
      ['refused', []],
      ['suspended', ['reopen']],
      ['closing', ['restore']],
      ['deleted', []],
    ]);
    expect(ORGANIZATION_MOVES.resubmit).toEqual({ from: ['refused'], to: 'waiting' });
  });

  it('gives a reason wherever people are shut out, or an owner’s decision is undone', () => {
    expect(PLATFORM_MOVES.filter(needsReason)).toEqual(['refuse', 'suspend', 'restore']);
  });

  it('ends by its owner alone, from wherever it is let in, and comes back to where it was', () => {
    expect(ORGANIZATION_STATES.filter(canClose)).toEqual(Object.keys(RESTORING).sort(byTable));
    for (const [before, move] of Object.entries(RESTORING))
      expect(ORGANIZATION_MOVES[move]).toEqual({ from: ['closing'], to: before });
  });

  it('can be restored for as many days as it says, whenever it was closed', () => {
    const moment = fc.date({
      min: new Date('2024-01-01'),
      max: new Date('2100-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moment, (at) => {
        const kept = Date.parse(restorableUntil(at.toISOString())) - at.getTime();
        expect(kept).toBe(DAYS_UNTIL_DELETION * 24 * 60 * 60_000);
      }),
    );
  });

  it('takes no other application once it was open', () => {
    expect(ORGANIZATION_STATES.filter(canChangeApplication)).toEqual(['waiting', 'refused']);
  });
});

describe('the founding of an organization', () => {
  it('is at once for an enterprise, waits for others, and is no person’s for an authority', () => {
    expect(FOUNDABLE_KINDS).toEqual(['enterprise', 'consultancy', 'assessment_body']);
    expect(APPLYING_KINDS).toEqual(['consultancy', 'assessment_body']);
    expect(FOUNDING.enterprise.begins).toBe('open');
  });

  it('makes its founder what there is in that kind', () => {
    for (const kind of ORGANIZATION_KINDS)
      expect(ROLES_OF_KIND[kind] as readonly string[]).toContain(FOUNDING[kind].founder);
  });
});
