import { Injectable } from '@nestjs/common';
import {
  SYSTEM_DOCUMENT_TITLES,
  type SystemDocument,
  type SystemDocumentKind,
} from '@liangxing/dossier';
import { placesByCode, systemTree } from '@liangxing/system-structure';
import type { EntityManager } from 'typeorm';
import { Audit, RequestContext, TenantDatabase, ThreadPool, threadTask } from '../../../kernel';
import { isSampleOrganization, ProfileReader } from '../../organizations';
import { RecordsReader } from '../../records';
import { organizationDay } from '../../standards';
import { enterpriseIndustry } from '../enterprise-industry';
import { stateOf } from '../system-state';
import { SystemsRepository } from '../systems.repository';
import { ReadSystems } from '../use-cases/read-systems';
import type { DocumentFormat } from './document-format';
import type { drawSystemDocument } from './draw-document.task';
import { registerEntries } from './register-entries';
import { systemContent, type DocumentSettings, type SystemContent } from './system-part';

const DRAW = threadTask<typeof drawSystemDocument>('drawSystemDocument', { seconds: 60 });

export interface SystemDocumentsView {
  readonly settings: DocumentSettings;
  readonly systemName: string;
  /** Not the enterprise's only or leading system: its files bear its name. */
  readonly isSecondary: boolean;
  readonly enterprise: { readonly name: string; readonly shortName: string };
  readonly managementSystems: readonly string[];
  readonly isSample: boolean;
  readonly content: SystemContent;
}

export interface DocumentFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** The documents of a system: their content for the screens, and as files. */
@Injectable()
export class SystemDocuments {
  constructor(
    private readonly database: TenantDatabase,
    private readonly reader: ReadSystems,
    private readonly systems: SystemsRepository,
    private readonly profiles: ProfileReader,
    private readonly records: RecordsReader,
    private readonly audit: Audit,
    private readonly threads: ThreadPool,
  ) {}

  async view(context: RequestContext, id: string): Promise<SystemDocumentsView> {
    return this.database.readOneInstant(context, (manager) => this.read(manager, context, id));
  }

  /** Read in one instant, drawn outside of any transaction. */
  async file(
    context: RequestContext,
    id: string,
    kind: SystemDocumentKind,
    format: DocumentFormat,
  ): Promise<DocumentFile> {
    const view = await this.view(context, id);
    const now = new Date();
    const bytes = await this.threads.run(
      context,
      DRAW,
      { kind, format, document: printed(view, now), drawing: view.content.drawing },
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
    return { fileName: fileNameOf(kind, format, view, organizationDay(now)), bytes };
  }

  private async read(
    manager: EntityManager,
    context: RequestContext,
    id: string,
  ): Promise<SystemDocumentsView> {
    const { stored, standards } = await this.reader.whole(manager, context, id);
    const { system, places } = stateOf(stored, standards);
    const settings = await this.systems.documentSettings(manager, context, id);
    const profile = await this.profiles.read(manager, context.organizationId);
    const today = organizationDay(new Date());
    const codes = placesByCode(system, places);
    const content = systemContent({
      tree: systemTree(system),
      entries: await registerEntries(manager, context, today, codes),
      owner: profile,
      settings,
      built: { system, places, industry: await enterpriseIndustry(manager, context) },
      laws: (await this.records.laws(manager, context)).length,
    });
    const { name, shortName, managementSystems } = profile;
    const isSample = await isSampleOrganization(manager, context);
    const enterprise = { name, shortName };
    return {
      settings,
      systemName: stored.name,
      isSecondary: !stored.isPrimary,
      enterprise,
      managementSystems,
      isSample,
      content,
    };
  }
}

/** `良佳-企业标准体系结构图-2026-03-01.pdf`: neither an older file nor another system's is taken for it. */
function fileNameOf(
  kind: SystemDocumentKind,
  format: DocumentFormat,
  { enterprise, systemName, isSecondary }: SystemDocumentsView,
  day: string,
): string {
  const parts = [
    enterprise.shortName || enterprise.name,
    ...(isSecondary ? [systemName] : []),
    SYSTEM_DOCUMENT_TITLES[kind],
    day,
  ];
  return `${parts.join('-')}.${format}`;
}

function printed(view: SystemDocumentsView, now: Date): SystemDocument {
  const { content, enterprise, systemName, isSample } = view;
  return {
    enterpriseName: enterprise.name,
    shortName: enterprise.shortName,
    systemName,
    date: organizationDay(now),
    createdAt: `${now.toISOString().slice(0, 19)}Z`,
    producer: '良行',
    isSample,
    diagrams: content.diagrams,
    nodes: content.nodes,
    list: content.list,
    statistics: content.statistics,
    notes: content.points.map(({ title, text, state, asks }) => ({
      title: title['zh-CN'],
      text,
      state,
      asks,
    })),
  };
}
