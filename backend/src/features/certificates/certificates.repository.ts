import { canonicalJson } from '@liangxing/contracts';
import type { CertificateDocument } from '@liangxing/dossier';
import { Injectable } from '@nestjs/common';
import { ILike, type EntityManager, type FindOptionsWhere } from 'typeorm';
import { queryRows, sha256Of, updateVersion, type RequestContext } from '../../kernel';
import type { Certificate, ChangeOfCertificate } from './certificate';
import { CertificateChangeEntity } from './entities/certificate-change.entity';
import { CertificateEditionEntity } from './entities/certificate-edition.entity';
import { CertificateEntity } from './entities/certificate.entity';

type Tenant = Pick<RequestContext, 'organizationId'>;

/** An edition as it is kept. */
export interface KeptEdition {
  readonly number: number;
  readonly document: CertificateDocument;
  /** Of its canonical JSON. */
  readonly sha256: string;
}

const anyOf = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** Every question to the certificates of a body. SQL finds the highest number by its digits. */
@Injectable()
export class CertificatesRepository {
  /** By when they were issued, the newest first. @param q part of name or number; empty: all */
  async list(
    manager: EntityManager,
    { organizationId }: Tenant,
    q: string,
    { offset, limit }: { readonly offset: number; readonly limit: number },
  ): Promise<{ readonly total: number; readonly rows: Certificate[] }> {
    const where: FindOptionsWhere<CertificateEntity>[] =
      q === ''
        ? [{ organizationId }]
        : [
            { organizationId, enterpriseName: ILike(anyOf(q)) },
            { organizationId, number: ILike(anyOf(q)) },
          ];
    const order = { issuedOn: 'DESC', number: 'DESC' } as const;
    const page = { where, order, skip: offset, take: limit };
    const [rows, total] = await manager.findAndCount(CertificateEntity, page);
    return { total, rows };
  }

  find(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
  ): Promise<Certificate | null> {
    return manager.findOneBy(CertificateEntity, { organizationId, id });
  }

  ofCase(
    manager: EntityManager,
    { organizationId }: Tenant,
    caseId: string,
  ): Promise<Certificate | null> {
    return manager.findOneBy(CertificateEntity, { organizationId, caseId });
  }

  isGiven(manager: EntityManager, { organizationId }: Tenant, number: string): Promise<boolean> {
    return manager.existsBy(CertificateEntity, { organizationId, number });
  }

  /** The number that runs highest between a beginning and an end, of up to 12 digits; null: there is none. */
  async highest(
    manager: EntityManager,
    { organizationId }: Tenant,
    { before, after }: { readonly before: string; readonly after: string },
  ): Promise<string | null> {
    const [row] = await queryRows<{ number: string }>(
      manager,
      `SELECT number FROM certificates,
         substr(number, length($2) + 1, length(number) - length($2) - length($3)) AS running
       WHERE organization_id = $1 AND starts_with(number, $2) AND right(number, length($3)) = $3
         AND length(number) > length($2) + length($3) AND running ~ '^[0-9]{1,12}$'
       ORDER BY running::bigint DESC LIMIT 1`,
      [organizationId, before, after],
    );
    return row?.number ?? null;
  }

  async insert(
    manager: EntityManager,
    { organizationId }: Tenant,
    certificate: Omit<
      Certificate,
      'version' | 'edition' | 'state' | 'renewalNoticedAt' | 'renewedBy'
    >,
  ): Promise<void> {
    await manager.insert(CertificateEntity, { organizationId, ...certificate });
  }

  /** @returns false where another version is stored */
  change(
    manager: EntityManager,
    { organizationId }: Tenant,
    { id, version }: Pick<Certificate, 'id' | 'version'>,
    values: Partial<Pick<Certificate, 'state' | 'stateOn' | 'edition' | 'scope'>>,
  ): Promise<boolean> {
    return updateVersion(manager, CertificateEntity, { organizationId, id, version }, values);
  }

  async keep(
    manager: EntityManager,
    { organizationId }: Tenant,
    certificateId: string,
    document: CertificateDocument,
  ): Promise<void> {
    const content = canonicalJson(document);
    const place = { organizationId, certificateId, number: document.edition };
    const kept = { content, contentSha256: sha256Of(content) };
    await manager.insert(CertificateEditionEntity, { ...place, ...kept });
  }

  /** Null: there is none of that number. */
  async edition(
    manager: EntityManager,
    { organizationId }: Tenant,
    certificateId: string,
    number: number,
  ): Promise<KeptEdition | null> {
    const place = { organizationId, certificateId, number };
    const found = await manager.findOneBy(CertificateEditionEntity, place);
    if (found === null) return null;
    const document = JSON.parse(found.content) as CertificateDocument;
    return { number, document, sha256: found.contentSha256 };
  }

  /** In the order in which they were made. */
  changes(
    manager: EntityManager,
    { organizationId }: Tenant,
    certificateId: string,
  ): Promise<ChangeOfCertificate[]> {
    return manager.find(CertificateChangeEntity, {
      where: { organizationId, certificateId },
      order: { number: 'ASC' },
    });
  }

  /** In the turn of its case. */
  async note(
    manager: EntityManager,
    { organizationId, userName: madeByName }: Tenant & Pick<RequestContext, 'userName'>,
    certificateId: string,
    { change, reason }: Pick<ChangeOfCertificate, 'change' | 'reason'>,
  ): Promise<void> {
    const place = { organizationId, certificateId };
    const number = 1 + (await manager.countBy(CertificateChangeEntity, place));
    const made = { ...place, number, change, reason: reason.trim(), madeByName };
    await manager.insert(CertificateChangeEntity, made);
  }
}
