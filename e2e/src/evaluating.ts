import { type Page, expect } from '@playwright/test';
import { sql } from './database';
import { openBody } from './open-organization';
import { api, registerWithEnterprise } from './person';

/** What an evaluation needs before it begins: the sample's enterprise, a body that takes applications, its people. */

export interface Numbered {
  readonly id: string;
  readonly version: number;
  readonly state: string;
}

export const userOf = async (page: Page): Promise<string> =>
  (await api<{ user: { id: string } }>(page, 'GET', '/api/sessions/current')).user.id;

/** As the quality manager of the sample, at its applications. */
export async function signInAsSample(page: Page): Promise<void> {
  await page.goto('/sign-in');
  await page.getByTestId('email').fill('gu@example.cn');
  await page.getByTestId('password').fill('liangxing-sample-1');
  await page.getByTestId('sign-in').click();
  await page.getByTestId('nav-submissions').click();
  await expect(page).toHaveURL(/\/submissions/);
}

/** A body that takes applications, with a new person as its director. @returns its id */
export async function openAcceptingBody(director: Page, name: string): Promise<string> {
  await registerWithEnterprise(director, '负责人自己的企业');
  const bodyId = await openBody(director, name);
  const facts = { introduction: '', contact: '', fees: '', materials: [], isAccepting: true };
  const path = `/api/organizations/${bodyId}/body-profile`;
  await api(director, 'PUT', path, { body: facts, version: 0 });
  return bodyId;
}

/** A new person joins a body. @returns the person's id */
export async function joins(
  page: Page,
  bodyId: string,
  role: 'director' | 'registrar' | 'lead_assessor' | 'assessor' | 'reviewer',
  name = '王质量',
): Promise<string> {
  await registerWithEnterprise(page, '评价人员自己的企业');
  const userId = await userOf(page);
  await sql('UPDATE users SET name = $2 WHERE id = $1', [userId, name]);
  await sql(
    `INSERT INTO memberships (organization_id, user_id, role, organization_kind)
     VALUES ($1, $2, $3, 'assessment_body')`,
    [bodyId, userId, role],
  );
  return userId;
}

/** Where the applications of the enterprise stand that the page shows. */
export function applicationsOf(enterprise: Page): string {
  const [, , organization] = new URL(enterprise.url()).pathname.split('/');
  return `/api/organizations/${organization ?? ''}/submissions`;
}

/** Hands in the newest dossier that is ready, and waits until it has arrived. @returns the id on both sides */
export async function applies(enterprise: Page, director: Page, bodyId: string): Promise<string> {
  const at = applicationsOf(enterprise);
  const dossiers = await api<readonly Numbered[]>(
    enterprise,
    'GET',
    at.replace(/submissions$/, 'dossiers'),
  );
  const dossierId = dossiers.find(({ state }) => state === 'ready')?.id;
  const asked = { body: { dossierId, bodyId, text: '' } };
  const { id } = await api<Numbered>(enterprise, 'POST', at, asked);
  const cases = `/api/organizations/${bodyId}/cases`;
  await expect
    .poll(async () => (await api<readonly object[]>(director, 'GET', cases)).length, {
      timeout: 60_000,
    })
    .toBe(1);
  return id;
}

/** Nothing of the application is in the way of the next one. */
export async function withdraws(enterprise: Page, id: string): Promise<void> {
  const path = `${applicationsOf(enterprise)}/${id}`;
  const { version } = await api<Numbered>(enterprise, 'GET', path);
  await api(enterprise, 'POST', `${path}/withdrawal`, { body: { text: '' }, version });
}

/** An application under evaluation, with the person of the page alone in its team: planning has a journey of its own. */
export async function evaluatedAlone(
  enterprise: Page,
  lead: Page,
  bodyId: string,
): Promise<string> {
  const id = await applies(enterprise, lead, bodyId);
  const place = [bodyId, id, await userOf(lead)];
  await sql(`UPDATE cases SET state = 'evaluating' WHERE id = $1`, [id]);
  await sql(
    `INSERT INTO case_team (organization_id, case_id, user_id, name, role, added_by_name)
     VALUES ($1, $2, $3, '王质量', 'lead', '王质量')`,
    place,
  );
  await sql(
    `INSERT INTO case_declarations (organization_id, case_id, user_id, number, relation, text)
     VALUES ($1, $2, $3, 1, 'none', '')`,
    place,
  );
  return id;
}

/**
 * A whole sheet is long: all items behind the first ones are judged already, as the enterprise judged them, or else well.
 * @param left how many of the first items are left to judge
 */
export async function judgeOthers(id: string, userId: string, left = 1): Promise<void> {
  await sql(
    `INSERT INTO case_sheets (organization_id, case_id, user_id, user_name)
     SELECT organization_id, case_id, user_id, name FROM case_team WHERE case_id = $1 AND user_id = $2
     ON CONFLICT DO NOTHING`,
    [id, userId],
  );
  await sql(
    `INSERT INTO case_answers (organization_id, case_id, user_id, item_id, version, state, rules, finding, reason,
       approval, measured)
     SELECT t.organization_id, t.case_id, t.user_id, item ->> 'id', 1,
       coalesce(own -> 'answer' ->> 'state',
         CASE WHEN item ->> 'mode' = 'readiness' THEN 'met' ELSE 'assessed' END),
       coalesce(own -> 'answer' -> 'rules', '{}'), '', coalesce(own ->> 'reason', ''),
       own -> 'answer' -> 'approval', nullif(own -> 'measured', 'null')
     FROM case_team t JOIN case_materials m ON m.case_id = t.case_id CROSS JOIN
       jsonb_path_query(m.material::jsonb, '$.scheme.document.sections[*].groups[*].items[*]')
         WITH ORDINALITY AS each (item, place)
       LEFT JOIN jsonb_array_elements(m.material::jsonb -> 'answers') own ON own ->> 'itemId' = item ->> 'id'
     WHERE t.case_id = $1 AND t.user_id = $2 AND place > $3
     ON CONFLICT DO NOTHING`,
    [id, userId, left],
  );
}

/** What a letter brings is there a moment later. */
export async function becomes(page: Page, of: 'case' | 'submission', state: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.getByTestId(`${of}-reload`).click();
        await expect(page.getByTestId(`${of}-state`)).toBeVisible();
        return page.getByTestId(`${of}-state`).textContent();
      },
      { timeout: 60_000 },
    )
    .toBe(state);
}

/** Until something that a letter brings is shown, so often. */
export async function brings(
  page: Page,
  of: 'case' | 'submission',
  testId: string,
  count = 1,
): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.getByTestId(`${of}-reload`).click();
        return page.getByTestId(testId).count();
      },
      { timeout: 60_000 },
    )
    .toBe(count);
}
