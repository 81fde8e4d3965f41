import type { ObjectionVerdict } from '@liangxing/contracts';
import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { queryRows, type RequestContext } from '../../kernel';
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
  }

  /** In the order in which they came. */
  objections(
    manager: EntityManager,
    { organizationId }: Tenant,
    publicityId: string,
  ): Promise<Objection[]> {
    return manager.find(ObjectionEntity, {
      where: { organizationId, publicityId },
      order: { receivedAt: 'ASC', id: 'ASC' },
    });
  }

  /** @returns false where it was answered already */
  async answer(
    manager: EntityManager,
    { organizationId, userName }: Pick<RequestContext, 'organizationId' | 'userName'>,
    id: string,
    { verdict, text }: { readonly verdict: ObjectionVerdict; readonly text: string },
  ): Promise<boolean> {
    const place = { organizationId, id, verdict: IsNull() };
    const answered = { answeredAt: () => 'now()', answeredByName: userName };
    const said = { verdict, answer: text.trim(), ...answered };
    const { affected } = await manager.update(ObjectionEntity, place, said);
    return affected === 1;
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
  ): Promise<SentObjection> {
    const [row] = await queryRows<{ sent: SentObjection }>(
      manager,
      'SELECT app.send_objection($1, $2, $3, $4, $5) AS sent',
      [about, id, name, contact, text],
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
      `SELECT id, enterprise_name AS "enterpriseName", body_name AS "bodyName", grade, scope, standard,
         from_on::text AS "fromOn", until_on::text AS "untilOn" FROM app.publicities($1, $2, $3)`,
      [id, most, skipped],
    );
  }
}
