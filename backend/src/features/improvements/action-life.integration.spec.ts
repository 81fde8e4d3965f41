import {
  ACTION_MOVES,
  ACTION_STATES,
  moveBetween,
  movesFrom,
  verbsOf,
  type ActionState,
} from '@liangxing/contracts';
import fc from 'fast-check';
import { TestApp, type TestOrganization } from '../../testing/test-app';
import type { CorrectiveActionDto } from './dto/corrective-action.dto';

type Answer = CorrectiveActionDto & { code: string; current: CorrectiveActionDto };

let app: TestApp;
let enterprise: TestOrganization;

beforeAll(async () => {
  app = await TestApp.start();
  enterprise = await app.organization();
});
afterAll(() => app.stop());

const told = { owner: '周示例', cause: '未复核', measure: '补做', result: '已补做' };

const add = async (): Promise<Answer> => {
  const path = `${enterprise.path}/corrective-actions`;
  return (await enterprise.api.post<Answer>(path, { ...told, verifiedBy: '陆示例' })).body;
};
const at = ({ id }: CorrectiveActionDto): string => `${enterprise.path}/corrective-actions/${id}`;

/** By its verb, or by naming the state where the verb leads; `isLate` sends the version before the stored one. */
const asked = fc.oneof(
  fc.record({ verb: fc.constantFrom(...verbsOf(ACTION_MOVES)), isLate: fc.boolean() }),
  fc.record({ state: fc.constantFrom(...ACTION_STATES), isLate: fc.boolean() }),
);

describe('the life of a corrective action', () => {
  it('is what the table says, whatever is asked for in which order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(asked, { maxLength: 9 }), async (sequence) => {
        const action = await add();
        let [state, version]: [ActionState, number] = [action.state, action.version];
        for (const one of sequence) {
          const ifMatch = one.isLate ? version + 1 : version;
          const [to, isAllowed] =
            'verb' in one
              ? [ACTION_MOVES[one.verb].to, movesFrom(ACTION_MOVES, state).includes(one.verb)]
              : [
                  one.state,
                  one.state === state || moveBetween(ACTION_MOVES, state, one.state) !== undefined,
                ];
          const { status, body } =
            'verb' in one
              ? await enterprise.api.post<Answer>(
                  `${at(action)}/moves`,
                  { move: one.verb },
                  { ifMatch },
                )
              : await enterprise.api.patch<Answer>(at(action), { state: one.state }, { ifMatch });
          if (one.isLate || !isAllowed) {
            const code = one.isLate ? 'version_conflict' : 'action_move_not_allowed';
            expect([status, body.code, body.current.state]).toEqual([409, code, state]);
            continue;
          }
          if (to !== state) version += 1;
          state = to;
          expect([status, body.state, body.version]).toEqual([200, state, version]);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('answers the second of two clicks with what is stored, and moves once', async () => {
    const action = await add();
    const click = () =>
      enterprise.api.post<Answer>(
        `${at(action)}/moves`,
        { move: 'begin' },
        { ifMatch: action.version },
      );
    const answers = await Promise.all([click(), click()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const late = answers.find(({ status }) => status === 409);
    expect(late?.body).toMatchObject({
      code: 'version_conflict',
      current: { state: 'in_progress', version: 2 },
    });
  });

  it('is verified with who verified and when in one move', async () => {
    const action = await add();
    const { body } = await enterprise.api.post<Answer>(
      `${at(action)}/moves`,
      { move: 'verify', verifiedBy: '钱示例', verifiedOn: '2026-05-01' },
      { ifMatch: action.version },
    );
    expect(body).toMatchObject({
      state: 'verified',
      verifiedBy: '钱示例',
      verifiedOn: '2026-05-01',
    });
    const own = await add();
    const refused = await enterprise.api.post<Answer>(
      `${at(own)}/moves`,
      { move: 'verify', verifiedBy: told.owner },
      { ifMatch: own.version },
    );
    expect([refused.status, refused.body.code]).toEqual([422, 'verifier_is_owner']);
  });
});
