import type { CaseState } from '@liangxing/contracts';
import { evaluated, resultOf } from '../testing/evaluated-case';
import { received } from './arranged-cases';
import type { Arrange, Arranged } from './arranged-requests';
import type { AttackedEnterprise } from './attacked-enterprise';
import { organizationDay } from '../kernel';

const GRANT = { grade: 'AAA', scope: '轴承的制造', decision: 'grant', text: '', days: 7 };

/** A case whose team has handed its result over, as it stands then or later. */
async function handedOver(enterprise: AttackedEnterprise, state: CaseState) {
  const arrived = await received(enterprise);
  const id = arrived.atBody.slice(-36);
  await evaluated(enterprise.app, arrived.body, id, { state, result: resultOf() });
  return { ...arrived, id };
}

/** Its publicity; over where its days have gone by. */
async function published(enterprise: AttackedEnterprise, days = 0) {
  const arrived = await handedOver(enterprise, 'deciding');
  await arrived.body.api.post(`${arrived.atBody}/decision`, GRANT, { ifMatch: 1 });
  const { database } = enterprise.app;
  const [row] = await database.superuser<{ id: string }>(
    `UPDATE publicities SET from_on = from_on - $2::integer, until_on = until_on - $2::integer
     WHERE case_id = $1 RETURNING id`,
    [arrived.id, days],
  );
  return { ...arrived, publicityId: String(row?.id) };
}

/** The same with an objection, and somebody who did not decide. */
async function objected(enterprise: AttackedEnterprise) {
  const { body, atBody, publicityId } = await published(enterprise);
  const person = await enterprise.app.member(
    ...([body.organizationId, 'director', 'assessment_body'] as const),
  );
  const objection = { name: '张三', contact: '无', text: '有事故' };
  const visitor = enterprise.app.visitor();
  await visitor.post(`/api/publicities/${publicityId}/objections`, objection);
  const [row] = await enterprise.app.database.superuser<{ id: string }>(
    'SELECT id FROM objections WHERE publicity_id = $1',
    [publicityId],
  );
  return { atBody, person, objectionId: String(row?.id) };
}

async function certified(enterprise: AttackedEnterprise) {
  const arrived = await published(enterprise, 40);
  const { body, atBody } = arrived;
  await body.api.post(`${atBody}/certificate`, { text: '' }, { ifMatch: 2 });
  const { body: found } = await body.api.get<{ certificate: { id: string } }>(
    `${atBody}/certificate`,
  );
  return { person: body, at: `${body.path}/certificates/${found.certificate.id}` };
}

const ofCertificate =
  (route: string, body: object, ifMatch?: number): Arrange =>
  async (enterprise): Promise<Arranged> => {
    const { person, at } = await certified(enterprise);
    return { path: `${at}/${route}`, body, person, ...(ifMatch === undefined ? {} : { ifMatch }) };
  };

const COMPLAINT = { receivedOn: '2026-01-05', fromName: '张三', about: '收费', text: '多收' };

/** Requests of what follows the evaluation of a case. */
export const ARRANGED_CERTIFICATES: readonly (readonly [string, Arrange])[] = [
  [
    'decisions_review',
    async (enterprise) => {
      const { body: person, atBody } = await handedOver(enterprise, 'reviewing');
      const body = { verdict: 'pass_review', text: '' };
      return { path: `${atBody}/review`, body, person, ifMatch: 1 };
    },
  ],
  [
    'decisions_decide',
    async (enterprise) => {
      const { body: person, atBody } = await handedOver(enterprise, 'deciding');
      return { path: `${atBody}/decision`, body: GRANT, person, ifMatch: 1 };
    },
  ],
  [
    'decisions_answerObjection',
    async (enterprise) => {
      const { objectionId, atBody, person } = await objected(enterprise);
      const path = `${atBody}/objections/${objectionId}/answer`;
      return { path, body: { verdict: 'upheld', text: '需核实' }, person, ifMatch: 2 };
    },
  ],
  [
    'decisions_answerObjections',
    async (enterprise) => {
      const { objectionId, atBody, person } = await objected(enterprise);
      const body = { verdict: 'dismissed', text: '经核实不属实', objectionIds: [objectionId] };
      return { path: `${atBody}/objections/answers`, body, person, ifMatch: 2 };
    },
  ],
  [
    'decisions_answerAppeal',
    async (enterprise) => {
      const { body: person, atBody } = await handedOver(enterprise, 'appealing');
      const body = { verdict: 'dismiss_appeal', text: '维持' };
      return { path: `${atBody}/appeal`, body, person, ifMatch: 1 };
    },
  ],
  [
    'submissions_appeal',
    async (enterprise) => {
      const { at } = await handedOver(enterprise, 'refused');
      await enterprise.app.database.superuser(
        `UPDATE submissions SET state = 'refused' WHERE id = $1`,
        [at.slice(-36)],
      );
      return { path: `${at}/appeal`, body: { text: '遗漏了记录' } };
    },
  ],
  [
    'certificates_issue',
    async (enterprise) => {
      const { body: person, atBody } = await published(enterprise, 40);
      return { path: `${atBody}/certificate`, body: { text: '' }, person, ifMatch: 2 };
    },
  ],
  ['certificates_move', ofCertificate('moves', { move: 'suspend', reason: '未通过' }, 1)],
  ['certificates_reduce', ofCertificate('scope', { scope: '轴承', reason: '停产' }, 1)],
  [
    'surveillances_record',
    ofCertificate('surveillances/1/result', {
      ...{ result: 'passed', note: '', doneOn: organizationDay(new Date()) },
    }),
  ],
  [
    'complaints_record',
    async ({ app }) => {
      const person = await app.body();
      return { path: `${person.path}/complaints`, body: COMPLAINT, person };
    },
  ],
  [
    'complaints_answer',
    async ({ app }) => {
      const person = await app.body();
      const at = `${person.path}/complaints`;
      const { body: made } = await person.api.post<{ id: string }>(at, COMPLAINT);
      const body = { answer: '已退', answeredOn: '2026-01-06' };
      return { path: `${at}/${made.id}/answer`, body, person, ifMatch: 1 };
    },
  ],
];
