import { randomUUID } from 'node:crypto';
import { received } from './arranged-cases';
import type { Arrange } from './arranged-requests';
import type { AttackedEnterprise } from './attacked-enterprise';

/** A case that is evaluated by the director of its body, and a device that took it along. */
async function evaluating(enterprise: AttackedEnterprise) {
  const { body: person, id, atBody } = await received(enterprise);
  const { database } = enterprise.app;
  await database.superuser(`UPDATE cases SET state = 'evaluating' WHERE id = $1`, [id]);
  await database.superuser(
    `INSERT INTO case_team (organization_id, case_id, user_id, name, role, added_by_name)
     VALUES ($1, $2, $3, '王芳', 'lead', '王芳')`,
    [person.organizationId, id, person.userId],
  );
  const body = { deviceId: randomUUID(), deviceName: '笔记本', days: 2 };
  return { person, body, path: `${atBody}/devices` };
}

const taken =
  (verb: string): Arrange =>
  async (enterprise) => {
    const { person, body, path } = await evaluating(enterprise);
    await person.api.post(path, body);
    return { person, path: `${path}/${body.deviceId}/${verb}` };
  };

/** Requests of devices that take a case along. */
export const ARRANGED_DEVICES: readonly (readonly [string, Arrange])[] = [
  ['devices_take', evaluating],
  ['devices_contact', taken('contact')],
  ['devices_end', taken('end')],
  ['devices_wipe', taken('wipe')],
];
