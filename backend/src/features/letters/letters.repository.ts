import { Injectable } from '@nestjs/common';
import type { CaseSide } from '@liangxing/contracts';
import { IsNull, LessThanOrEqual, MoreThan, Not, type EntityManager } from 'typeorm';
import { insertNew, type RequestContext } from '../../kernel';
import { LetterEntity } from './entities/letter.entity';
import type { Letter } from './letter';

type Tenant = Pick<RequestContext, 'organizationId'>;

/** Case and addressee of letters that are on their way. */
export interface WaitingLetters {
  readonly caseId: string;
  readonly writtenBy: CaseSide;
  readonly addresseeId: string;
}

/** Every question to the letters of an organization. */
@Injectable()
export class LettersRepository {
  /** Of a case, in the order in which they were written; of one moment the enterprise's first. */
  list(manager: EntityManager, { organizationId }: Tenant, caseId: string): Promise<Letter[]> {
    return manager.find(LetterEntity, {
      where: { organizationId, caseId },
      order: { writtenAt: 'ASC', writtenBy: 'DESC', number: 'ASC' },
    });
  }

  /** The earliest of one side behind a number; null: there is none. */
  next(
    manager: EntityManager,
    { organizationId }: Tenant,
    { caseId, writtenBy }: Pick<Letter, 'caseId' | 'writtenBy'>,
    behind: number,
  ): Promise<Letter | null> {
    return manager.findOne(LetterEntity, {
      where: { organizationId, caseId, writtenBy, number: MoreThan(behind) },
      order: { number: 'ASC' },
    });
  }

  /** One that was written here, for the other side. */
  async write(
    manager: EntityManager,
    { organizationId }: Tenant,
    letter: Omit<Letter, 'writtenAt' | 'deliveredAt' | 'isLost'>,
    addresseeId: string,
  ): Promise<void> {
    await manager.insert(LetterEntity, { ...letter, organizationId, addresseeId });
  }

  /** One of the other side, as it was written there. @returns false where it is here already */
  keep(manager: EntityManager, { organizationId }: Tenant, letter: Letter): Promise<boolean> {
    const { caseId, writtenBy, number, kind, state, seen, content, writtenAt, writerName } = letter;
    const copy = { caseId, writtenBy, number, kind, state, seen, content, writtenAt, writerName };
    return insertNew(manager, LetterEntity, { ...copy, organizationId });
  }

  /** The other side has all own letters up to a number. */
  async delivered(
    manager: EntityManager,
    { organizationId }: Tenant,
    { caseId, writtenBy }: Pick<Letter, 'caseId' | 'writtenBy'>,
    upTo: number,
  ): Promise<void> {
    const sent = { organizationId, caseId, writtenBy, deliveredAt: IsNull() };
    const place = { ...sent, number: LessThanOrEqual(upTo) };
    await manager.update(LetterEntity, place, { deliveredAt: () => 'now()' });
  }

  /** What is on its way never arrives: the other side is no more. */
  async lose(
    manager: EntityManager,
    { organizationId }: Tenant,
    { caseId, writtenBy }: Pick<Letter, 'caseId' | 'writtenBy'>,
  ): Promise<void> {
    const place = { organizationId, caseId, writtenBy, deliveredAt: IsNull() };
    await manager.update(LetterEntity, place, { isLost: true });
  }

  /** Cases of which letters are on their way. */
  async waiting(manager: EntityManager, { organizationId }: Tenant): Promise<WaitingLetters[]> {
    const found = await manager.find(LetterEntity, {
      select: { caseId: true, writtenBy: true, addresseeId: true },
      where: { organizationId, addresseeId: Not(IsNull()), deliveredAt: IsNull(), isLost: false },
    });
    const cases = new Map(found.map((one) => [`${one.caseId} ${one.writtenBy}`, one]));
    return [...cases.values()].flatMap(({ caseId, writtenBy, addresseeId }) =>
      addresseeId === null ? [] : [{ caseId, writtenBy, addresseeId }],
    );
  }
}
