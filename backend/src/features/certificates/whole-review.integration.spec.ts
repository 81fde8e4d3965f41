import {
  CASE_MOVES,
  movesFrom,
  type CaseMove,
  type CaseState,
  type MeetingKind,
} from '@liangxing/contracts';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { organizationDay } from '../../kernel';
import { TestApp, type Member } from '../../testing/test-app';
import { EvaluatedCases, type Assessor } from '../sheets/testing/evaluated-case';

interface Seen {
  readonly version: number;
  readonly state: CaseState;
  readonly letters: readonly { readonly kind: string; readonly number: number }[];
}

interface Answer {
  readonly status: number;
}

const RUNS = 8;
const today = organizationDay(new Date());

let app: TestApp;
let cases: EvaluatedCases;
let lead: Assessor;
let expert: Assessor;
let reviewer: Member;
/** Whoever decided or upheld something has no part in what follows: there are enough of them. */
let directors: readonly Member[];
let arbiter: Member;
let tell: (question: string, parameters: readonly unknown[]) => Promise<unknown>;

beforeAll(async () => {
  app = await TestApp.start({ RATE_LIMIT_FACTOR: '100000', QUOTAS: 'dossiers=1000' });
  cases = await EvaluatedCases.of(app);
  lead = await cases.assessor('陈组长', 'lead_assessor');
  expert = await cases.assessor('钱专家');
  const member = (role: 'reviewer' | 'director') =>
    app.member(cases.body.organizationId, role, 'assessment_body');
  [reviewer, arbiter] = [await member('reviewer'), await member('reviewer')];
  directors = await Promise.all(Array.from({ length: 12 }, () => member('director')));
  tell = (question, parameters) => app.database.superuser(question, [...parameters]);
}, 120_000);
afterAll(() => app.stop());

/** One case as both sides see it over the API; whatever a move needs beside the state is there before it is tried. */
class WholeReview {
  private decisions = 0;

  constructor(private readonly id: string) {}

  private get at(): string {
    return cases.at(this.id);
  }

  async seen(): Promise<Seen> {
    return (await cases.body.api.get<Seen>(this.at)).body;
  }

  async told(): Promise<Seen> {
    return (await cases.owner.api.get<Seen>(`${cases.submissions}/${this.id}`)).body;
  }

  /** Somebody who decided nothing of the case yet. */
  private nextDirector(): Member {
    this.decisions += 1;
    return directors[this.decisions % directors.length] ?? reviewer;
  }

  async hasAppealed(): Promise<boolean> {
    return (await this.told()).letters.some(({ kind }) => kind === 'appealed');
  }

  /** @returns its status */
  async make(move: CaseMove): Promise<number> {
    const { body } = cases;
    const text = '说明';
    switch (move) {
      case 'start_check':
      case 'accept':
      case 'reject':
        return this.post(body, 'moves', { move, text });
      case 'request_correction':
        return this.post(body, 'moves', { move, text, missing: [{ part: '营业执照', note: '' }] });
      case 'send_plan':
        return this.sendPlan();
      case 'redraw_plan':
        return this.post(body, 'plan/redrawing', { text });
      case 'hold_first_meeting':
        await this.recordMeeting('first');
        return this.post(body, 'meetings/first/holding', { text });
      case 'hold_closing_meeting':
        await this.changeTeam();
        await this.recordMeeting('closing');
        await this.scoreAll();
        return this.post(lead, 'closing-meeting', { text });
      case 'hand_to_review':
        await this.conclude();
        return this.post(lead, 'hand-over', { text });
      case 'pass_review':
      case 'return_to_team':
        return this.post(reviewer, 'review', { verdict: move, text });
      case 'grant':
        return this.post(this.nextDirector(), 'decision', {
          ...{ decision: 'grant', grade: 'A', scope: '精密轴承', days: 7, text },
        });
      case 'refuse':
        return this.post(this.nextDirector(), 'decision', { decision: 'refuse', text });
      case 'stop_publicity':
        return this.upholdObjection();
      case 'certify':
        await tell(`UPDATE publicities SET from_on = from_on - 40, until_on = until_on - 40 WHERE case_id = $1`, [this.id]); // prettier-ignore
        return this.post(body, 'certificate', { text });
      case 'uphold_appeal':
      case 'dismiss_appeal':
        return this.post(arbiter, 'appeal', { verdict: move, text });
      default:
        return this.write(move, text);
    }
  }

  /** Of the enterprise, by what it has read. */
  private async write(move: CaseMove, text: string): Promise<number> {
    const { version, letters } = await this.told();
    const plan = letters.findLast(({ kind }) => kind === 'plan_sent')?.number ?? 1;
    const [route, asked]: readonly [string, object] =
      move === 'confirm_plan'
        ? ['plan-confirmation', { plan, text }]
        : move === 'object_to_plan'
          ? ['plan-objection', { plan, text }]
          : move === 'appeal'
            ? ['appeal', { text }]
            : move === 'correct'
              ? ['corrections', { dossierId: await cases.newDossier(), text }]
              : ['withdrawal', { text }];
    const path = `${cases.submissions}/${this.id}/${route}`;
    const { status } = await cases.owner.api.post(path, asked, { ifMatch: version });
    return status;
  }

  private async post(by: Pick<Member, 'api'>, route: string, asked: object): Promise<number> {
    const { version } = await this.seen();
    const { status } = await by.api.post(`${this.at}/${route}`, asked, { ifMatch: version });
    return status;
  }

  private async sendPlan(): Promise<number> {
    const { body } = cases;
    const add = await body.api.post<Answer>(`${this.at}/team`, { userId: lead.userId, role: 'lead' }); // prettier-ignore
    if (add.status < 300)
      await lead.api.post(`${this.at}/declarations`, { relation: 'none', text: '' });
    const path = `${this.at}/plan`;
    const { body: page } = await body.api.get<{
      readonly version: number;
      readonly content: { readonly agenda: readonly { readonly kind: string }[] };
    }>(path);
    const agenda = page.content.agenda
      .filter(({ kind }, at, all) => kind !== 'evaluation' || all[at - 1]?.kind !== kind)
      .map((line) => (line.kind === 'evaluation' ? { ...line, assessors: [lead.userId] } : line));
    await body.api.put(path, { ...page.content, agenda }, { ifMatch: page.version });
    const { body: kept } = await body.api.get<{ version: number }>(path);
    return this.post(body, 'plan/sending', { text: '', planVersion: kept.version });
  }

  /** Somebody comes to the team and leaves it: the enterprise is told during the evaluation, and the case stays as it is. */
  private async changeTeam(): Promise<void> {
    const { userId, api } = expert;
    await cases.body.api.post(`${this.at}/team`, { userId, role: 'expert' });
    await api.post(`${this.at}/declarations`, { relation: 'none', text: '' });
    await cases.body.api.delete(`${this.at}/team/${userId}`);
  }

  private async recordMeeting(kind: MeetingKind): Promise<void> {
    const path = `${this.at}/meetings/${kind}`;
    const attendance = [
      { side: 'body', name: '陈组长', department: '', post: '组长' },
      { side: 'enterprise', name: '顾明', department: '', post: '总经理' },
    ];
    const meeting = { heldOn: today, place: '会议室', minutes: '', attendance };
    for (const ifMatch of [0, 1]) await cases.body.api.put(path, meeting, { ifMatch });
  }

  /** Every item without a deduction, and the sheet handed in. */
  private async scoreAll(): Promise<void> {
    await tell(
      `INSERT INTO case_sheets (organization_id, case_id, user_id, user_name)
       SELECT organization_id, case_id, user_id, name FROM case_team WHERE case_id = $1
       ON CONFLICT DO NOTHING`,
      [this.id],
    );
    await tell(
      `INSERT INTO case_answers (organization_id, case_id, user_id, item_id, version, state, rules, finding, reason)
       SELECT t.organization_id, t.case_id, t.user_id, item ->> 'id', 1, 'assessed', '{}', '', ''
       FROM case_team t JOIN cases c ON c.id = t.case_id JOIN case_materials m ON m.case_id = t.case_id
           AND m.number = c.material,
         jsonb_path_query(m.material::jsonb, '$.scheme.document.sections[*].groups[*].items[*]') AS item
       WHERE t.case_id = $1 ON CONFLICT DO NOTHING`,
      [this.id],
    );
    await lead.api.post(`${this.at}/sheet/hand-in`, {});
  }

  private async conclude(): Promise<void> {
    const path = `${this.at}/conclusion`;
    const { body } = await lead.api.get<{ version: number }>(path);
    const texts = { summary: '运行有效', strengths: '', improvements: '' };
    const fields = { ...texts, recommendation: 'grant', grade: 'A' };
    await lead.api.put(path, fields, { ifMatch: body.version });
  }

  private async upholdObjection(): Promise<number> {
    const by = this.nextDirector();
    const { body } = await by.api.get<{
      readonly publicity: {
        readonly id: string;
        readonly objections: readonly { readonly id: string; readonly verdict: string | null }[];
      } | null;
    }>(`${this.at}/decision`);
    if (body.publicity === null) return 409;
    const objection = { name: '某某', contact: '电话', text: `异议 ${randomUUID()}` };
    await cases.owner.api.post(`/api/publicities/${body.publicity.id}/objections`, objection);
    const { body: after } = await by.api.get<typeof body>(`${this.at}/decision`);
    const one =
      after.publicity?.objections.find(({ verdict }) => verdict === null)?.id ?? randomUUID();
    return this.post(by, `objections/${one}/answer`, { verdict: 'upheld', text: '属实' });
  }
}

describe('a case over the API', () => {
  const reached = new Set<CaseState>();
  const made = new Set<CaseMove>();
  let teamChanges = 0;

  it('makes the moves that its state has, refuses the others, and is the same on both sides in the end', async () => {
    const moves = Object.keys(CASE_MOVES).filter((move) => move !== 'receive') as CaseMove[];
    const step = fc.record({ pick: fc.nat(), isPossible: fc.integer({ min: 0, max: 19 }), delivers: fc.boolean() }); // prettier-ignore
    await fc.assert(
      fc.asyncProperty(
        fc.noBias(fc.array(step, { minLength: 40, maxLength: 60 })),
        async (steps) => {
          const review = new WholeReview(await cases.received());
          for (const { pick, isPossible, delivers } of steps) {
            await cases.deliver();
            const { state } = await review.seen();
            // Mostly what leads on: an ending ends the run early.
            const all = movesFrom(CASE_MOVES, state);
            const onward = all.filter((move) => move !== 'withdraw' && move !== 'reject');
            const choices = isPossible > 1 && onward.length > 0 ? onward : isPossible === 1 ? all : moves; // prettier-ignore
            const move = choices[pick % Math.max(1, choices.length)];
            // There is one appeal.
            const isRepeated = move === 'appeal' && made.has(move) && (await review.hasAppealed());
            if (move === undefined || isRepeated) break;
            const status = await review.make(move);
            if (delivers) await cases.deliver();
            const after = (await review.seen()).state;
            if (all.includes(move)) {
              expect([move, state, status < 300]).toEqual([move, state, true]);
              made.add(move);
              await cases.deliver();
              expect((await review.seen()).state).toBe(CASE_MOVES[move].to);
            } else {
              expect([move, state, status >= 400 && status < 500]).toEqual([move, state, true]);
              expect(after).toBe(state);
            }
            reached.add((await review.seen()).state);
          }
          await cases.deliver();
          const [atEnterprise, atBody] = [await review.told(), await review.seen()];
          expect(atEnterprise.state).toBe(atBody.state);
          const changes = atBody.letters.filter(({ kind }) => kind === 'team_changed');
          expect(atEnterprise.letters.filter(({ kind }) => kind === 'team_changed')).toHaveLength(
            changes.length,
          );
          teamChanges += changes.length;
          await tell(`UPDATE submissions SET state = 'rejected' WHERE state NOT IN ('certified', 'refused')`, []); // prettier-ignore
        },
      ),
      { numRuns: RUNS, seed: 20_261_201, endOnFailure: true },
    );
  }, 900_000);

  it('came through the plan, the evaluation and the decision in these runs', () => {
    for (const state of ['plan_sent', 'evaluating', 'rectifying', 'deciding'] as const)
      expect([...reached]).toContain(state);
    expect(made.size).toBeGreaterThan(12);
    expect(teamChanges).toBeGreaterThan(1);
  });
});
