import { Injectable } from '@nestjs/common';
import { IsNull, LessThan, Not, type EntityManager } from 'typeorm';
import { RecoveryCodeEntity } from '../entities/recovery-code.entity';
import { SecondFactorEntity } from '../entities/second-factor.entity';
import { SessionEntity } from '../entities/session.entity';
import { hashOfRecoveryCode } from './recovery-codes';

interface SecondFactor {
  /** As `SecretBox` seals it. */
  readonly secret: Buffer;
  readonly enabledAt: Date | null;
  /** Of the last code that was taken. */
  readonly lastStep: number;
}

/** Authenticators and recovery codes of people. */
@Injectable()
export class SecondFactorsRepository {
  /** Null: none, not even begun. */
  async find(manager: EntityManager, userId: string): Promise<SecondFactor | null> {
    const found = await manager.findOneBy(SecondFactorEntity, { userId });
    if (found === null) return null;
    const { secret, enabledAt, lastStep } = found;
    return { secret, enabledAt, lastStep: Number(lastStep) };
  }

  isEnabled(manager: EntityManager, userId: string): Promise<boolean> {
    return manager.existsBy(SecondFactorEntity, { userId, enabledAt: Not(IsNull()) });
  }

  /** Whether the person of this session has proved a second factor in it. */
  async isProvedIn(manager: EntityManager, sessionId: string): Promise<boolean> {
    if (sessionId === '') return false;
    return manager.existsBy(SessionEntity, { id: sessionId, secondFactorAt: Not(IsNull()) });
  }

  /** A new secret in the place of one that was only begun. @returns false where one is in use */
  async begin(manager: EntityManager, userId: string, secret: Buffer): Promise<boolean> {
    await manager.delete(SecondFactorEntity, { userId, enabledAt: IsNull() });
    const { raw } = await manager
      .createQueryBuilder()
      .insert()
      .into(SecondFactorEntity)
      .values({ userId, secret })
      .orIgnore()
      .returning(['userId'])
      .execute();
    return (raw as unknown[]).length === 1;
  }

  /** @returns false where it is in use already */
  async enable(manager: EntityManager, userId: string): Promise<boolean> {
    const { affected } = await manager.update(
      SecondFactorEntity,
      { userId, enabledAt: IsNull() },
      { enabledAt: () => 'now()' },
    );
    return affected === 1;
  }

  /** @returns false where this step or a later one was taken before, by whomever came first */
  async takeStep(manager: EntityManager, userId: string, step: number): Promise<boolean> {
    const { affected } = await manager.update(
      SecondFactorEntity,
      { userId, lastStep: LessThan(String(step)) },
      { lastStep: String(step) },
    );
    return affected === 1;
  }

  /** With its recovery codes. @returns false where there is none */
  async remove(manager: EntityManager, userId: string): Promise<boolean> {
    const { affected } = await manager.delete(SecondFactorEntity, { userId });
    return affected === 1;
  }

  /** Those of before are worth nothing any more. */
  async replaceCodes(
    manager: EntityManager,
    userId: string,
    codes: readonly string[],
  ): Promise<void> {
    await manager.delete(RecoveryCodeEntity, { userId });
    const rows = codes.map((code) => ({ userId, codeHash: hashOfRecoveryCode(code) }));
    await manager.insert(RecoveryCodeEntity, rows);
  }

  /** @returns false where the person has no such code, or somebody was faster */
  async takeCode(manager: EntityManager, userId: string, code: string): Promise<boolean> {
    const codeHash = hashOfRecoveryCode(code);
    const { affected } = await manager.delete(RecoveryCodeEntity, { userId, codeHash });
    return affected === 1;
  }

  countCodes(manager: EntityManager, userId: string): Promise<number> {
    return manager.countBy(RecoveryCodeEntity, { userId });
  }
}
