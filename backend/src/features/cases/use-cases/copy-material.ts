import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import {
  ObjectMissingError,
  PendingObjects,
  Storage,
  TenantDatabase,
  type JobContext,
} from '../../../kernel';
import { DossiersRepository } from '../../dossiers';
import { readMaterial, scoreMaterial, type FrozenMaterial } from '../../dossiers/pure';
import type { CaseFile } from '../case';
import { MaterialsRepository, type ArrivedMaterial } from '../materials.repository';

/** A material with its files in the body's own store, not yet recorded. */
interface CopiedMaterial extends Omit<ArrivedMaterial, 'number'> {
  /** Under which something was put just now. */
  readonly newKeys: readonly string[];
}

/** What lies in the store of the enterprise. */
interface Stored {
  readonly storageKey: string;
  readonly sha256: string;
}

/**
 * Copies a dossier and all files that it names from the store of the enterprise into that of the body, which keeps them
 * whatever becomes of the enterprise. What came with any material before is there already.
 */
@Injectable()
export class CopyMaterial {
  constructor(
    private readonly database: TenantDatabase,
    private readonly dossiers: DossiersRepository,
    private readonly materials: MaterialsRepository,
    private readonly storage: Storage,
    private readonly pending: PendingObjects,
  ) {}

  /** @throws Error where the dossier is not there: the job tries again */
  async execute(
    context: JobContext,
    sender: JobContext,
    caseId: string,
    dossierId: string,
    signal?: AbortSignal,
  ): Promise<CopiedMaterial> {
    const handed = await this.database.read(sender, (manager) =>
      this.dossiers.handedOver(manager, sender, dossierId),
    );
    if (handed === null) throw new Error(`dossier ${dossierId} cannot be handed over`);
    const { number: dossierNumber, code, storageKey, size: pdfSize, sha256, ...texts } = handed;
    const material = readMaterial(texts.material);
    const named = filesOf(material);
    const hashes = named.map((file) => file.sha256);
    const copies = new Map(
      await this.database.read(context, (manager) =>
        this.materials.copies(manager, context, hashes),
      ),
    );
    const newKeys: string[] = [];
    const copied = async (stored: Stored): Promise<string | null> => {
      const known = copies.get(stored.sha256);
      if (known !== undefined) return known;
      const key = await this.copy(context, caseId, stored);
      if (key === null) return null;
      newKeys.push(key);
      copies.set(stored.sha256, key);
      return key;
    };
    const pdf = await copied({ storageKey, sha256 });
    const files: CaseFile[] = [];
    for (const file of named) {
      signal?.throwIfAborted();
      files.push({ ...file, storageKey: await copied(file) });
    }
    return {
      ...{ ...texts, dossierNumber, code, pdfSize, pdfSha256: sha256, files, newKeys },
      storageKey: pdf,
      ...selfEvaluationOf(material),
    };
  }

  /** Null: the store has no such content. */
  private async copy(
    context: JobContext,
    caseId: string,
    { storageKey, sha256 }: Stored,
  ): Promise<string | null> {
    const content = await this.storage.read(storageKey).catch((error: unknown) => {
      if (error instanceof ObjectMissingError) return null;
      throw error;
    });
    if (content === null) return null;
    const staged = await this.storage.stage(content);
    if (staged.sha256 !== sha256) {
      await this.storage.discard(staged);
      return null;
    }
    const key = `${context.organizationId}/cases/${caseId}/${randomUUID()}`;
    await this.database.transaction(context, (manager) =>
      this.pending.announce(manager, context, key),
    );
    await this.storage.publish(staged, key);
    return key;
  }
}

/** Every revision once: what is attached may be among the evidence too. */
function filesOf({ evidence, attachments }: FrozenMaterial): readonly (CaseFile & Stored)[] {
  const files = new Map<string, CaseFile & Stored>();
  for (const { id, ...file } of [
    ...evidence,
    ...attachments.map(({ evidenceId, ...attached }) => ({ ...attached, id: evidenceId })),
  ]) {
    const { revision, title, fileName, mediaType, size, sha256, storageKey } = file;
    const told = { evidenceId: id, revision, title, fileName, mediaType, size, sha256 };
    files.set(`${id} ${String(revision)}`, { ...told, storageKey });
  }
  return [...files.values()];
}

function selfEvaluationOf(material: FrozenMaterial) {
  const { document } = material.scheme;
  const { grade, total, readiness } = scoreMaterial(material);
  return {
    schemeId: document.id,
    schemeTitle: document.title,
    targetGrade: material.assessment.targetGrade,
    grade,
    total: document.kind === 'readiness' ? null : total,
    readiness,
  };
}
