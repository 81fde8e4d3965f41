import { Injectable } from '@nestjs/common';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import type { RequestContext } from '../../kernel';
import type { CaseFile, CaseMaterial } from './case';
import { CaseFileEntity } from './entities/case-file.entity';
import { CaseMaterialEntity } from './entities/case-material.entity';

type Tenant = Pick<RequestContext, 'organizationId'>;

/** What is told of a material: neither of its texts. */
const TOLD = {
  ...{ number: true, dossierNumber: true, code: true, pdfSize: true, pdfSha256: true },
  ...{ schemeId: true, schemeTitle: true, targetGrade: true, grade: true, total: true },
  ...{ readiness: true, arrivedAt: true, storageKey: true },
} as const;

const FILE = {
  ...{ evidenceId: true, revision: true, title: true, fileName: true, mediaType: true },
  ...{ size: true, sha256: true, storageKey: true },
} as const;

/** What arrives with a letter: the texts, where the PDF lies, and the files. */
export interface ArrivedMaterial extends Omit<CaseMaterial, 'arrivedAt' | 'hasPdf'> {
  readonly material: string;
  readonly materialSha256: string;
  readonly snapshot: string;
  readonly snapshotSha256: string;
  /** Of the PDF; null: the store of the enterprise had none. */
  readonly storageKey: string | null;
  readonly files: readonly CaseFile[];
}

/** Every question to the materials of cases; what arrived is never changed. */
@Injectable()
export class MaterialsRepository {
  /** In the order in which they arrived. */
  async list(
    manager: EntityManager,
    { organizationId }: Tenant,
    caseId: string,
  ): Promise<CaseMaterial[]> {
    const found = await manager.find(CaseMaterialEntity, {
      select: TOLD,
      where: { organizationId, caseId },
      order: { number: 'ASC' },
    });
    return found.map(({ pdfSize, storageKey, ...told }) => ({
      ...told,
      pdfSize: Number(pdfSize),
      hasPdf: storageKey !== null,
    }));
  }

  /** Null: there is none of that number. */
  async pdf(
    manager: EntityManager,
    { organizationId }: Tenant,
    caseId: string,
    number: number,
  ): Promise<Pick<
    ArrivedMaterial,
    'storageKey' | 'pdfSize' | 'pdfSha256' | 'dossierNumber'
  > | null> {
    const found = await manager.findOne(CaseMaterialEntity, {
      select: { storageKey: true, pdfSize: true, pdfSha256: true, dossierNumber: true },
      where: { organizationId, caseId, number },
    });
    return found && { ...found, pdfSize: Number(found.pdfSize) };
  }

  /** The text of a material; null: there is none of that number. */
  async text(
    manager: EntityManager,
    { organizationId }: Tenant,
    caseId: string,
    number: number,
  ): Promise<string | null> {
    const found = await manager.findOne(CaseMaterialEntity, {
      select: { number: true, material: true },
      where: { organizationId, caseId, number },
    });
    return found?.material ?? null;
  }

  /** By their titles. */
  async files(
    manager: EntityManager,
    { organizationId }: Tenant,
    caseId: string,
    material: number,
  ): Promise<CaseFile[]> {
    const found = await manager.find(CaseFileEntity, {
      select: FILE,
      where: { organizationId, caseId, material },
      order: { title: 'ASC', evidenceId: 'ASC', revision: 'ASC' },
    });
    return found.map((file) => ({ ...file, size: Number(file.size) }));
  }

  /** Where the body has its own copy of files already, whichever case they came with, by their hash. */
  async copies(
    manager: EntityManager,
    { organizationId }: Tenant,
    hashes: readonly string[],
  ): Promise<ReadonlyMap<string, string>> {
    const found = await manager.find(CaseFileEntity, {
      select: { sha256: true, storageKey: true },
      where: { organizationId, sha256: In([...hashes]), storageKey: Not(IsNull()) },
    });
    return new Map(
      found.flatMap(({ sha256, storageKey }) =>
        storageKey === null ? [] : [[sha256, storageKey] as const],
      ),
    );
  }

  async insert(
    manager: EntityManager,
    { organizationId }: Tenant,
    caseId: string,
    { files, pdfSize, ...material }: ArrivedMaterial,
  ): Promise<void> {
    const place = { organizationId, caseId };
    await manager.insert(CaseMaterialEntity, { ...place, ...material, pdfSize: String(pdfSize) });
    const rows = files.map(({ size, ...file }) => ({
      ...{ ...place, material: material.number, ...file },
      size: String(size),
    }));
    if (rows.length > 0) await manager.insert(CaseFileEntity, rows);
  }
}
