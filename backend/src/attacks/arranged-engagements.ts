import { usualLastDay } from '@liangxing/contracts';
import { organizationDay } from '../kernel';
import { DELIVER_LETTER, SEND_OFFER } from '../features/engagements';
import { mailTo } from '../testing/mail-to';
import type { TestOrganization } from '../testing/test-app';
import type { Arrange } from './arranged-requests';
import type { AttackedEnterprise } from './attacked-enterprise';

const today = organizationDay(new Date());
const terms = {
  ...{ readable: ['register'], writable: [], reason: '', from: today },
  until: usualLastDay(today),
};
/** Made up, with a right check digit. */
const CODE = '91350100M000100Y43';

let count = 0;
const newEmail = (): string => `client${String((count += 1))}@example.com`;

/** The only consultancy of that credit code. */
async function consultancyOf({ app }: AttackedEnterprise): Promise<TestOrganization> {
  await app.database.superuser(
    'UPDATE organizations SET credit_code = NULL WHERE credit_code = $1',
    [CODE],
  );
  return app.consultancy('良方咨询', CODE);
}

/** What the enterprise has offered to a new consultancy. */
async function offered(enterprise: AttackedEnterprise): Promise<{
  readonly consultancy: TestOrganization;
  readonly id: string;
}> {
  const consultancy = await consultancyOf(enterprise);
  const { owner, path, app } = enterprise;
  await owner.api.post(`${path}/engagements`, { creditCode: CODE, ...terms });
  await app.runJobs(DELIVER_LETTER);
  const { body } = await consultancy.api.get<{ id: string }[]>(`${consultancy.path}/clients`);
  return { consultancy, id: body[0]?.id ?? '' };
}

/** A consultancy that has mailed an offer to this address. */
async function mailed(
  { app }: AttackedEnterprise,
  email: string,
): Promise<{ readonly consultancy: TestOrganization; readonly id: string }> {
  const consultancy = await app.consultancy();
  await consultancy.api.post(`${consultancy.path}/clients`, { email, ...terms });
  const { body } = await consultancy.api.get<{ id: string }[]>(`${consultancy.path}/clients`);
  return { consultancy, id: body[0]?.id ?? '' };
}

/** A workbook of one client, read and not confirmed. */
async function imported({ app }: AttackedEnterprise): Promise<{
  readonly consultancy: TestOrganization;
  readonly at: string;
}> {
  const consultancy = await app.consultancy();
  const form = new FormData();
  form.set('file', new Blob([`企业名称,所有者邮箱\n苏州甲,${newEmail()}\n`]), '客户.csv');
  const path = `${consultancy.path}/client-imports`;
  const { body } = await consultancy.api.post<{ id: string }>(path, form);
  return { consultancy, at: `${path}/${body.id}` };
}

/** Requests of the two sides of an engagement. */
export const ARRANGED_ENGAGEMENTS: readonly (readonly [string, Arrange])[] = [
  [
    'engagements_findConsultancy',
    async (enterprise) => {
      await consultancyOf(enterprise);
      const path = `${enterprise.path}/engagements/consultancy`;
      return { path, body: { creditCode: CODE } };
    },
  ],
  [
    'engagements_offer',
    async (enterprise) => {
      await consultancyOf(enterprise);
      return { path: `${enterprise.path}/engagements`, body: { creditCode: CODE, ...terms } };
    },
  ],
  [
    'engagements_move',
    async (enterprise) => {
      const { id } = await offered(enterprise);
      return { path: `${enterprise.path}/engagements/${id}/moves`, body: { move: 'withdraw' } };
    },
  ],
  [
    'engagements_answer',
    async (enterprise) => {
      const { app, owner, path } = enterprise;
      const { reason: _reason, ...asked } = terms;
      await mailed(enterprise, owner.email);
      await app.runJobs(SEND_OFFER);
      const text = await mailTo(app, owner.email);
      const token = /engagement-offer\?token=([\w.-]+)/.exec(text)?.[1] ?? '';
      return { path: `${path}/engagements/answers`, body: { token, answer: 'accept', ...asked } };
    },
  ],
  [
    'engagementOffers_decline',
    async (enterprise) => {
      const { app, foreignOrganizationId } = enterprise;
      const email = newEmail();
      await mailed(enterprise, email);
      await app.runJobs(SEND_OFFER);
      const token = /engagement-offer\?token=([\w.-]+)/.exec(await mailTo(app, email))?.[1] ?? '';
      const person = await app.member(foreignOrganizationId, 'viewer');
      return { path: `/api/engagement-offers/${token}/refusal`, person };
    },
  ],
  [
    'clients_offer',
    async ({ app }) => {
      const consultancy = await app.consultancy();
      const body = { email: newEmail(), ...terms };
      return { path: `${consultancy.path}/clients`, body, person: consultancy };
    },
  ],
  [
    'clients_withdraw',
    async (enterprise) => {
      const { consultancy, id } = await mailed(enterprise, newEmail());
      const path = `${consultancy.path}/clients/${id}/withdrawal`;
      return { path, body: {}, person: consultancy };
    },
  ],
  [
    'clients_move',
    async (enterprise) => {
      const { consultancy, id } = await offered(enterprise);
      const path = `${consultancy.path}/clients/${id}/moves`;
      return { path, body: { move: 'accept' }, person: consultancy };
    },
  ],
  [
    'clientImports_commit',
    async (enterprise) => {
      const { consultancy, at } = await imported(enterprise);
      return { path: `${at}/commit`, body: {}, person: consultancy };
    },
  ],
  [
    'clientImports_stop',
    async (enterprise) => {
      const { consultancy, at } = await imported(enterprise);
      await consultancy.api.post(`${at}/commit`, {});
      return { path: `${at}/stop`, body: {}, person: consultancy };
    },
  ],
];
