import { Injectable } from '@nestjs/common';
import { SYSTEM_DOCUMENT_TITLES, type SystemDocumentKind } from '@liangxing/dossier';
import {
  Audit,
  notFound,
  organizationDay,
  RequestContext,
  TenantDatabase,
  ThreadPool,
  threadTask,
  type ExportingContext,
  type JobContext,
  type WrittenJson,
} from '../../../kernel';
import { isSampleOrganization, ProfileRepository } from '../../organizations';
import { RecordsReader } from '../../records';
import { isLarge, SystemStampsRepository } from '../coverage/system-stamps.repository';
import { enterpriseKind } from '../enterprise-kind';
import { PlacesRepository } from '../places.repository';
import { SystemsRepository } from '../systems.repository';
import type { DocumentFormat } from '../documents/document-format';
import type { DocumentMaterial } from '../documents/document-material';
import type { drawSystemDocument } from '../documents/draw-document.task';
import { registerEntries } from '../documents/register-entries.repository';
import { showSystemDocuments } from '../documents/show-documents.task';

const DRAW = threadTask<typeof drawSystemDocument>('drawSystemDocument', { seconds: 60 });
const SHOW = threadTask<typeof showSystemDocuments>('showSystemDocuments', {
  seconds: 30,
  isForPage: true,
});

interface DocumentFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** The documents of a system: their content for the screens, and as files. */
@Injectable()
export class SystemDocuments {
  constructor(
    private readonly database: TenantDatabase,
    private readonly systems: SystemsRepository,
    private readonly places: PlacesRepository,
    private readonly stamps: SystemStampsRepository,
    private readonly profiles: ProfileRepository,
    private readonly records: RecordsReader,
    private readonly audit: Audit,
    private readonly threads: ThreadPool,
  ) {}

  /** @returns a SystemDocumentsDto in JSON, and the version of the documents' settings */
  async shown(context: RequestContext, id: string): Promise<WrittenJson> {
    let version = 0;
    const read = async (): Promise<DocumentMaterial> => {
      const material = await this.material(context, id);
      ({ version } = material.settings);
      return material;
    };
    const json = isLarge(await this.stamps.read(context, id))
      ? await this.threads.run(context, SHOW, read, context)
      : showSystemDocuments(await read());
    return { version, json };
  }

  /** Read in one instant, drawn outside of any transaction. */
  async file(
    context: ExportingContext,
    id: string,
    kind: SystemDocumentKind,
    format: DocumentFormat,
  ): Promise<DocumentFile> {
    const now = new Date();
    const day = organizationDay(now);
    let fileName = '';
    const bytes = await this.threads.run(
      context,
      DRAW,
      async () => {
        const material = await this.material(context, id);
        fileName = fileNameOf(kind, format, material, day);
        return { kind, format, material, now: now.toISOString(), day };
      },
      context,
    );
    await this.database.transaction(context, (manager) =>
      this.audit.record(
        manager,
        context,
        'system.document_downloaded',
        { type: 'system', id },
        { kind, format },
      ),
    );
    return { fileName, bytes };
  }

  private material(context: JobContext, id: string): Promise<DocumentMaterial> {
    const today = organizationDay(new Date());
    return this.database.readOneInstant(context, async (manager) => {
      const found = await this.systems.find(manager, context, id);
      if (found === null) throw notFound();
      const { name, templateId, isPrimary, document } = found;
      return {
        stored: { name, templateId, isPrimary, document },
        places: await this.places.json(manager, context, id),
        entries: await registerEntries(manager, context, today),
        owner: ownerOf(await this.profiles.read(manager, context.organizationId)),
        isSample: await isSampleOrganization(manager, context),
        settings: await this.systems.documentSettings(manager, context, id),
        kind: await enterpriseKind(manager, context),
        laws: (await this.records.laws(manager, context)).length,
      };
    });
  }
}

function ownerOf(profile: DocumentMaterial['owner']): DocumentMaterial['owner'] {
  return {
    name: profile.name,
    shortName: profile.shortName,
    industryName: profile.industryName,
    products: profile.products,
    policy: profile.policy,
    standardizationBody: profile.standardizationBody,
    managementSystems: profile.managementSystems,
    systemReleasedOn: profile.systemReleasedOn,
    systemEffectiveOn: profile.systemEffectiveOn,
  };
}

/** `良佳-企业标准体系结构图-2026-03-01.pdf`: neither an older file nor another system's is taken for it. */
function fileNameOf(
  kind: SystemDocumentKind,
  format: DocumentFormat,
  { owner, stored }: DocumentMaterial,
  day: string,
): string {
  const parts = [
    owner.shortName || owner.name,
    ...(stored.isPrimary ? [] : [stored.name]),
    SYSTEM_DOCUMENT_TITLES[kind],
    day,
  ];
  return `${parts.filter((part) => part !== '').join('-')}.${format}`;
}
