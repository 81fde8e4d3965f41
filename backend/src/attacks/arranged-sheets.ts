import { deliver, received } from './arranged-cases';
import type { Arrange } from './arranged-requests';
import type { AttackedEnterprise } from './attacked-enterprise';
import { joinTeam } from '../testing/join-team';
import { recordMeeting } from '../testing/record-meeting';

/** A case that its body evaluates, with the director alone in the team, whose sheet is handed in or not. */
async function evaluating(enterprise: AttackedEnterprise, sheet: 'open' | 'handed_in') {
  const arrived = await received(enterprise);
  const { body, id } = arrived;
  const { database } = enterprise.app;
  const place = [body.organizationId, id, body.userId];
  await database.superuser(`UPDATE cases SET state = 'evaluating' WHERE id = $1`, [id]);
  const { organizationId, userId } = body;
  await joinTeam(database, organizationId, id, { userId, role: 'lead' });
  await recordMeeting(database, id, 'closing');
  await database.superuser(
    `INSERT INTO case_sheets (organization_id, case_id, user_id, user_name, state, handed_in_at)
     VALUES ($1, $2, $3, '王芳', $4::text, CASE WHEN $4::text = 'handed_in' THEN now() END)`,
    [...place, sheet],
  );
  return { ...arrived, id, place };
}

/** An item of the sample's evaluation. */
async function anItem({ app }: AttackedEnterprise): Promise<string> {
  const [row] = await app.database.superuser<{ item: string }>(
    'SELECT item_id AS item FROM answers ORDER BY item_id LIMIT 1',
  );
  return String(row?.item);
}

const finding = async (enterprise: AttackedEnterprise): Promise<object> => ({
  ...{ severity: 'minor', itemId: await anItem(enterprise), evidenceId: null },
  ...{ text: '无记录', requirement: '', department: '' },
});

/** The same after the closing meeting, with one finding that the enterprise has; the case is at version 2. */
async function rectifying(enterprise: AttackedEnterprise) {
  const closed = await evaluating(enterprise, 'handed_in');
  const { body, atBody } = closed;
  await body.api.post(`${atBody}/findings`, await finding(enterprise));
  await body.api.post(`${atBody}/closing-meeting`, { text: '' }, { ifMatch: 1 });
  await deliver(enterprise);
  return closed;
}

const ANSWER = { cause: '未培训', correction: '已培训', doneOn: '2026-11-30', text: '' };
const CONCLUSION = {
  ...{ summary: '有效', strengths: '', improvements: '', grade: '', recommendation: 'refuse' },
};

/** Requests of a team that evaluates, and of the enterprise that answers it. */
export const ARRANGED_SHEETS: readonly (readonly [string, Arrange])[] = [
  [
    'sheets_hand_in',
    async (enterprise) => {
      const { body: person, atBody, place } = await evaluating(enterprise, 'open');
      await enterprise.app.database.superuser(
        `INSERT INTO case_answers (organization_id, case_id, user_id, item_id, version, state, rules,
           finding, reason)
         SELECT $1, $2, $3, item ->> 'id', 1, 'assessed', '{}', '', ''
         FROM case_materials m, jsonb_path_query(m.material::jsonb,
           '$.scheme.document.sections[*].groups[*].items[*]') item WHERE m.case_id = $2`,
        place,
      );
      return { path: `${atBody}/sheet/hand-in`, body: {}, person };
    },
  ],
  [
    'findings_add',
    async (enterprise) => {
      const { body: person, atBody } = await evaluating(enterprise, 'open');
      return { path: `${atBody}/findings`, body: await finding(enterprise), person };
    },
  ],
  [
    'sheets_close',
    async (enterprise) => {
      const { body: person, atBody } = await evaluating(enterprise, 'handed_in');
      return { path: `${atBody}/closing-meeting`, body: { text: '' }, person, ifMatch: 1 };
    },
  ],
  [
    'submissions_answer_finding',
    async (enterprise) => {
      const { at } = await rectifying(enterprise);
      return { path: `${at}/findings/1/answers`, body: ANSWER };
    },
  ],
  [
    'findings_judge',
    async (enterprise) => {
      const { body: person, at, atBody } = await rectifying(enterprise);
      await enterprise.owner.api.post(`${at}/findings/1/answers`, ANSWER);
      await deliver(enterprise);
      const said = { isAccepted: true, text: '' };
      return { path: `${atBody}/findings/1/judgements`, body: said, person, ifMatch: 3 };
    },
  ],
  [
    'sheets_hand_over',
    async (enterprise) => {
      const { body: person, atBody } = await evaluating(enterprise, 'handed_in');
      await person.api.put(`${atBody}/conclusion`, CONCLUSION, { ifMatch: 0 });
      await person.api.post(`${atBody}/closing-meeting`, { text: '' }, { ifMatch: 1 });
      return { path: `${atBody}/hand-over`, body: { text: '' }, person, ifMatch: 2 };
    },
  ],
];
