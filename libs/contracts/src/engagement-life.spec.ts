import fc from 'fast-check';
import {
  canChangeTerms,
  ENGAGEMENT_MOVES,
  ENGAGEMENT_SIDES,
  ENGAGEMENT_STATES,
  ENGAGEMENT_VERBS,
  engagementMovesFrom,
  type EngagementSide,
  type EngagementState,
} from './engagement-life';

const someSide = fc.constantFrom(...ENGAGEMENT_SIDES);
const other = (side: EngagementSide): EngagementSide =>
  side === 'client' ? 'consultancy' : 'client';

describe('the life of an engagement', () => {
  it('is answered by the side that was asked and taken back by the one that offered', () => {
    for (const offeredBy of ENGAGEMENT_SIDES) {
      const standing = { state: 'offered', offeredBy } as const;
      expect(engagementMovesFrom({ ...standing, side: offeredBy })).toEqual(['withdraw']);
      expect(engagementMovesFrom({ ...standing, side: other(offeredBy) })).toEqual([
        'accept',
        'decline',
      ]);
    }
  });

  it('is ended by either side, by a verb of its own', () => {
    for (const offeredBy of ENGAGEMENT_SIDES) {
      const standing = { state: 'live', offeredBy } as const;
      expect(engagementMovesFrom({ ...standing, side: 'client' })).toEqual(['revoke']);
      expect(engagementMovesFrom({ ...standing, side: 'consultancy' })).toEqual(['resign']);
    }
  });

  it('gives every verb in every state to one side at most, and to one at least where the table knows it', () => {
    fc.assert(
      fc.property(
        someSide,
        fc.constantFrom(...ENGAGEMENT_STATES),
        fc.constantFrom(...ENGAGEMENT_VERBS),
        (offeredBy, state, verb) => {
          const able = ENGAGEMENT_SIDES.filter((side) =>
            engagementMovesFrom({ state, offeredBy, side }).includes(verb),
          );
          const from: readonly EngagementState[] = ENGAGEMENT_MOVES[verb].from;
          expect(able).toHaveLength(from.includes(state) ? 1 : 0);
        },
      ),
    );
  });

  it('comes to an end in two moves, whoever makes which, and nothing moves it afterwards', () => {
    fc.assert(
      fc.property(someSide, fc.array(fc.nat(), { maxLength: 8 }), (offeredBy, choices) => {
        let state: EngagementState = 'offered';
        let moves = 0;
        for (const choice of choices) {
          const verbs = ENGAGEMENT_SIDES.flatMap((side) =>
            engagementMovesFrom({ state, offeredBy, side }),
          );
          const verb = verbs[choice % Math.max(verbs.length, 1)];
          if (verb === undefined) break;
          state = ENGAGEMENT_MOVES[verb].to;
          moves += 1;
        }
        expect(moves).toBeLessThanOrEqual(2);
        const isEnded = state !== 'offered' && state !== 'live';
        for (const side of ENGAGEMENT_SIDES)
          expect(engagementMovesFrom({ state, offeredBy, side }).length === 0).toBe(isEnded);
      }),
    );
  });

  it('lets the client alone change what is opened, while it lives', () => {
    for (const state of ENGAGEMENT_STATES)
      for (const side of ENGAGEMENT_SIDES)
        expect(canChangeTerms({ state, side })).toBe(state === 'live' && side === 'client');
  });
});
