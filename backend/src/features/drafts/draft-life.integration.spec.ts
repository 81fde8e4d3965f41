import { DRAFT_MOVES, DRAFT_VERBS, draftVerbsFrom, type DraftState } from '@liangxing/contracts';
import fc from 'fast-check';
import { TestApp, type TestOrganization } from '../../testing/test-app';
import type { DraftDto } from './dto/draft.dto';

type Answer = DraftDto & { code: string; current: DraftDto };

let app: TestApp;
let enterprise: TestOrganization;

beforeAll(async () => {
  app = await TestApp.start();
  enterprise = await app.organization();
});
afterAll(() => app.stop());

let count = 0;
const start = async (): Promise<Answer> => {
  count += 1;
  const content = { kind: 'management', outlineId: '', title: '采购控制程序', englishTitle: '' };
  const number = `Q/SLJD G${String(count).padStart(4, '0')}-2099`;
  const rest = { number, replacesNumber: '', department: '', drafters: [] };
  const path = `${enterprise.path}/drafts`;
  return (await enterprise.api.post<Answer>(path, { ...content, ...rest })).body;
};
const at = ({ id }: DraftDto): string => `${enterprise.path}/drafts/${id}`;
const day = '2099-03-01';
const told = { on: day, by: '沈总', note: '到期', issuedOn: day, inForceOn: day };

/** `isLate` sends another version than the stored one; `isRevised` starts the next edition instead. */
const asked = fc.record({
  verb: fc.constantFrom(...DRAFT_VERBS),
  isLate: fc.boolean(),
  isRevised: fc.boolean(),
});

describe('the life of an enterprise standard', () => {
  it('is what the table says, whatever is asked for in which order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(asked, { maxLength: 9 }), async (sequence) => {
        const draft = await start();
        let [state, version]: [DraftState, number] = [draft.state, draft.version];
        for (const { verb, isLate, isRevised } of sequence) {
          if (isRevised) {
            const revised = await enterprise.api.post<Answer>(`${at(draft)}/revision`, {});
            expect(revised.status).toBe(state === 'in_force' ? 201 : 409);
            continue;
          }
          const { status, body } = await enterprise.api.post<Answer>(
            `${at(draft)}/moves`,
            { move: verb, ...told },
            { ifMatch: isLate ? version + 1 : version },
          );
          if (isLate || !draftVerbsFrom(state).includes(verb)) {
            const code = isLate ? 'version_conflict' : 'draft_move_not_allowed';
            expect([status, body.code, body.current.state]).toEqual([409, code, state]);
            continue;
          }
          [state, version] = [DRAFT_MOVES[verb].to, version + 1];
          expect([status, body.state, body.version]).toEqual([200, state, version]);
          expect(body.moves).toEqual(draftVerbsFrom(state));
        }
      }),
      { numRuns: 25 },
    );
  });

  it('takes a step once, however many click at the same moment', async () => {
    const draft = await start();
    const click = () =>
      enterprise.api.post<Answer>(
        `${at(draft)}/moves`,
        { move: 'submit', ...told },
        { ifMatch: draft.version },
      );
    const answers = await Promise.all([click(), click(), click()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const { body } = await enterprise.api.get<Answer>(at(draft));
    expect(body.steps.map(({ state }) => state)).toEqual(['draft', 'review']);
  });
});
