import { DOSSIER_MOVES, DOSSIER_STATES, ORDERED_DOSSIER, type DossierState } from './dossier-life';
import type { Move } from './moves-of';

const steps: readonly Move<DossierState>[] = Object.values(DOSSIER_MOVES);

describe('the life of a dossier', () => {
  it('reaches every state from the order on', () => {
    const reached = new Set<DossierState>([ORDERED_DOSSIER]);
    for (const state of reached)
      for (const { from, to } of steps) if (from.includes(state)) reached.add(to);
    expect(reached).toEqual(new Set(DOSSIER_STATES));
  });

  it('ends when it is issued, and nowhere else', () => {
    const ends = DOSSIER_STATES.filter((state) => !steps.some(({ from }) => from.includes(state)));
    expect(ends).toEqual(['ready']);
  });

  it('leads out of a failure only where somebody asks for it', () => {
    const verbs = Object.entries(DOSSIER_MOVES).filter(([, { from }]) =>
      (from as readonly DossierState[]).includes('failed'),
    );
    expect(verbs.map(([verb]) => verb)).toEqual(['retry']);
  });

  it('has one verb for each state that something leads to', () => {
    expect(new Set(steps.map(({ to }) => to)).size).toBe(steps.length);
  });
});
