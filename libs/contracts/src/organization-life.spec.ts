import { ROLES_OF_KIND, ORGANIZATION_KINDS } from './organization-kinds';
import {
  APPLYING_KINDS,
  canChangeApplication,
  FOUNDABLE_KINDS,
  FOUNDING,
  needsReason,
  ORGANIZATION_MOVES,
  ORGANIZATION_STATES,
  PLATFORM_MOVES,
  platformMovesFrom,
} from './organization-life';

describe('the life of an organization', () => {
  it('is moved by the platform, but for asking again after a refusal', () => {
    expect(ORGANIZATION_STATES.map((state) => [state, platformMovesFrom(state)])).toEqual([
      ['waiting', ['approve', 'refuse']],
      ['open', ['suspend']],
      ['refused', []],
      ['suspended', ['reopen']],
    ]);
    expect(ORGANIZATION_MOVES.resubmit).toEqual({ from: ['refused'], to: 'waiting' });
  });

  it('gives a reason wherever people are shut out', () => {
    for (const move of PLATFORM_MOVES)
      expect([move, needsReason(move)]).toEqual([move, ORGANIZATION_MOVES[move].to !== 'open']);
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
