import { randomUUID } from 'node:crypto';
import { received } from './arranged-cases';
import type { Arrange } from './arranged-requests';
import type { AttackedEnterprise } from './attacked-enterprise';
import { joinTeam } from '../testing/join-team';

/** A case that is evaluated by the director of its body, and a device that took it along. */
async function evaluating(enterprise: AttackedEnterprise) {
  const { body: person, id, atBody } = await received(enterprise);
  const { database } = enterprise.app;
  await database.superuser(`UPDATE cases SET state = 'evaluating' WHERE id = $1`, [id]);
  const { organizationId, userId } = person;
  await joinTeam(database, organizationId, id, { userId, role: 'lead' });
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
