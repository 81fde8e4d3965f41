import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { queryRows, removeVersion, updateVersion, type RequestContext } from '../../kernel';
import { CaseFindingFileEntity } from './entities/case-finding-file.entity';
import { CaseFindingEntity } from './entities/case-finding.entity';
import type { Finding, FindingFields, FindingFile, FindingOrigin } from './sheet';

type Tenant = Pick<RequestContext, 'organizationId'>;
type Author = Pick<RequestContext, 'organizationId' | 'userId' | 'userName'>;

/** Every question to the findings of cases and their files. SQL asks for the next number. */
@Injectable()
export class FindingsRepository {
  list(manager: EntityManager, { organizationId }: Tenant, caseId: string): Promise<Finding[]> {
    const order = { number: 'ASC' } as const;
    return manager.find(CaseFindingEntity, { where: { organizationId, caseId }, order });
  }

  find(
    manager: EntityManager,
    { organizationId }: Tenant,
    caseId: string,
    number: number,
  ): Promise<Finding | null> {
    return manager.findOneBy(CaseFindingEntity, { organizationId, caseId, number });
  }

  /** Null: it did not come from there. */
  findOf(
    manager: EntityManager,
    { organizationId }: Tenant,
    caseId: string,
    { deviceId, findingId: deviceFindingId }: FindingOrigin,
  ): Promise<Finding | null> {
    const place = { organizationId, caseId, deviceId, deviceFindingId };
    return manager.findOneBy(CaseFindingEntity, place);
  }

  /** In the turn of the case. @returns its number */
  async add(
    manager: EntityManager,
    { organizationId, userId, userName }: Author,
    caseId: string,
    fields: FindingFields,
    origin: FindingOrigin | null,
  ): Promise<number> {
    const [row] = await queryRows<{ next: number }>(
      manager,
      `SELECT coalesce(max(number), 0) + 1 AS next FROM case_findings
       WHERE organization_id = $1 AND case_id = $2`,
      [organizationId, caseId],
    );
    const number = row?.next ?? 1;
    const by = { foundBy: userId, foundByName: userName };
    const from = { deviceId: origin?.deviceId ?? null, deviceFindingId: origin?.findingId ?? null };
    const place = { organizationId, caseId, number };
    await manager.insert(CaseFindingEntity, { ...place, ...fields, ...by, ...from });
    return number;
  }

  /** @returns false where another version is stored */
  change(
    manager: EntityManager,
    { organizationId }: Tenant,
    caseId: string,
    { number, version }: Pick<Finding, 'number' | 'version'>,
    fields: FindingFields,
  ): Promise<boolean> {
    const place = { organizationId, caseId, number, version };
    return updateVersion(manager, CaseFindingEntity, place, { ...fields });
  }

  /** Its files are gone already. @returns false where another version is stored */
  remove(
    manager: EntityManager,
    { organizationId }: Tenant,
    caseId: string,
    { number, version }: Pick<Finding, 'number' | 'version'>,
  ): Promise<boolean> {
    return removeVersion(manager, CaseFindingEntity, { organizationId, caseId, number, version });
  }

  /** From now on none of them changes. */
  async send(manager: EntityManager, { organizationId }: Tenant, caseId: string): Promise<void> {
    const place = { organizationId, caseId, sentAt: IsNull() };
    await manager.update(CaseFindingEntity, place, { sentAt: () => 'now()' });
  }

  /** Of all findings of a case, as they were uploaded. */
  async files(
    manager: EntityManager,
    { organizationId }: Tenant,
    caseId: string,
  ): Promise<FindingFile[]> {
    const found = await manager.find(CaseFindingFileEntity, {
      where: { organizationId, caseId },
      order: { finding: 'ASC', uploadedAt: 'ASC', id: 'ASC' },
    });
    return found.map((file) => ({ ...file, size: Number(file.size) }));
  }

  /** Whether a finding has a file of this content. */
  hasFile(
    manager: EntityManager,
    { organizationId }: Tenant,
    place: { readonly caseId: string; readonly finding: number },
    sha256: string,
  ): Promise<boolean> {
    return manager.existsBy(CaseFindingFileEntity, { organizationId, ...place, sha256 });
  }

  async addFile(
    manager: EntityManager,
    { organizationId, userId, userName }: Author,
    caseId: string,
    { size, ...file }: Omit<FindingFile, 'uploadedByName'>,
  ): Promise<void> {
    const by = { uploadedBy: userId, uploadedByName: userName };
    const row = { organizationId, caseId, ...file, ...by, size: String(size) };
    await manager.insert(CaseFindingFileEntity, row);
  }

  async removeFile(
    manager: EntityManager,
    { organizationId }: Tenant,
    caseId: string,
    { finding, id }: Pick<FindingFile, 'finding' | 'id'>,
  ): Promise<void> {
    await manager.delete(CaseFindingFileEntity, { organizationId, caseId, finding, id });
  }
}
