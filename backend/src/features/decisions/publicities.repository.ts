import type { ObjectionVerdict } from '@liangxing/contracts';
import { Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import { ProblemError, queryRows, type RequestContext, type SenderMark } from '../../kernel';
import type { Objection, Publicity, SentObjection, ShownPublicity } from './decision';
import { ObjectionEntity } from './entities/objection.entity';
import { PublicityEntity } from './entities/publicity.entity';

type Tenant = Pick<RequestContext, 'organizationId'>;

/** Every question to what is made public. SQL calls the two narrow functions through which visitors read and write. */
@Injectable()
export class PublicitiesRepository {
  /** Of the newest decision that was made public; null: none was. */
  newest(
    manager: EntityManager,
    { organizationId }: Tenant,
    caseId: string,
  ): Promise<Publicity | null> {
    return manager.findOne(PublicityEntity, {
      where: { organizationId, caseId },
      order: { decision: 'DESC' },
    });
  }

  async insert(
    manager: EntityManager,
    { organizationId }: Tenant,
    publicity: Omit<Publicity, 'state'>,
  ): Promise<void> {
    await manager.insert(PublicityEntity, { organizationId, ...publicity });
  }

  async end(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
    state: 'stopped' | 'certified',
  ): Promise<void> {
    await manager.update(PublicityEntity, { organizationId, id }, { state });
    // Nobody objects any more: who sent what is not told apart any longer.
    const objections = { organizationId, publicityId: id };
    await manager.update(ObjectionEntity, objections, { network: null, office: null });
  }

  /** To any publicity of a case, in the order in which they came. */
  async objections(
    manager: EntityManager,
    { organizationId }: Tenant,
    caseId: string,
  ): Promise<Objection[]> {
    const publicities = await manager.find(PublicityEntity, {
      select: { organizationId: true, id: true },
      where: { organizationId, caseId },
    });
    return manager.find(ObjectionEntity, {
      where: { organizationId, publicityId: In(publicities.map(({ id }) => id)) },
      order: { receivedAt: 'ASC', id: 'ASC' },
    });
  }

  /** @throws ProblemError objections_unanswered */
  async requireNoneWaiting(manager: EntityManager, tenant: Tenant, caseId: string): Promise<void> {
    const objections = await this.objections(manager, tenant, caseId);
    const count = objections.filter(({ verdict }) => verdict === null).length;
    if (count > 0) throw new ProblemError('objections_unanswered', { count });
  }

  /** All of them with the same words. @returns false where one of them was answered already: then none is */
  async answer(
    manager: EntityManager,
    { organizationId, userId, userName }: Tenant & Pick<RequestContext, 'userId' | 'userName'>,
    ids: readonly string[],
    { verdict, text }: { readonly verdict: ObjectionVerdict; readonly text: string },
  ): Promise<boolean> {
    const place = { organizationId, id: In([...ids]), verdict: IsNull() };
    const by = { answeredBy: userId, answeredByName: userName };
    const answered = { answeredAt: () => 'now()', ...by };
    const said = { verdict, answer: text.trim(), ...answered, network: null, office: null };
    const { affected } = await manager.update(ObjectionEntity, place, said);
    return affected === ids.length;
  }

  /** What every visitor sees today, what ends first at the top. */
  shown(manager: EntityManager, most: number, skipped: number): Promise<ShownPublicity[]> {
    return this.read(manager, null, most, skipped);
  }

  /** One of them; null: it is over, or there never was one. */
  async oneShown(manager: EntityManager, id: string): Promise<ShownPublicity | null> {
    const [found] = await this.read(manager, id, 1, 0);
    return found ?? null;
  }

  async send(
    manager: EntityManager,
    about: string,
    { id, name, contact, text }: Pick<Objection, 'id' | 'name' | 'contact' | 'text'>,
    { network, office }: SenderMark,
  ): Promise<SentObjection> {
    const [row] = await queryRows<{ sent: SentObjection }>(
      manager,
      'SELECT app.send_objection($1, $2, $3, $4, $5, $6, $7) AS sent',
      [about, id, name, contact, text, network, office],
    );
    return row?.sent ?? 'over';
  }

  private read(
    manager: EntityManager,
    id: string | null,
    most: number,
    skipped: number,
  ): Promise<ShownPublicity[]> {
    return queryRows<ShownPublicity>(
      manager,
      `SELECT id, enterprise_name AS "enterpriseName", body_name AS "bodyName", body_contact AS "bodyContact", grade, scope, standard,
         from_on::text AS "fromOn", until_on::text AS "untilOn" FROM app.publicities($1, $2, $3)`,
      [id, most, skipped],
    );
  }
}
