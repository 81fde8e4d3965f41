import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { Api } from '../../core/api/api';
import type { SheetDto, SheetMaterialDto } from '../../core/api/generated/openapi';
import type { SentDraft } from '../../core/drafts/draft-saver';
import { CurrentOrganization } from '../../core/session/current-organization';
import { SessionService } from '../../core/session/session.service';
import type { ScoreContent, ScoredAnswer } from './score';

export type MaterialFile = SheetMaterialDto['files'][number];

/** A file of the material of a case. */
export interface FilePlace {
  readonly caseId: string;
  readonly material: number;
  readonly file: Pick<MaterialFile, 'evidenceId' | 'revision' | 'mediaType'>;
}

/** From where a sheet comes and where its judgements go: the server, or a case that was taken along. */
@Injectable({ providedIn: 'root', useFactory: () => inject(ServerSheet) })
export abstract class SheetSource {
  /** It comes from this machine, and reaches the server when it can. */
  abstract readonly isTakenAlong: boolean;

  /** The keys begin so under which unsent judgements wait. */
  abstract draftsOf(caseId: string): string;

  /** Whose consent leaves an item out. */
  abstract bodyName(): string;

  /** @throws Problem */
  abstract material(caseId: string): Promise<SheetMaterialDto>;

  /** @throws Problem */
  abstract sheet(caseId: string): Promise<SheetDto>;

  /** A recorder of the judgements of one case, whichever is opened later. It throws Problems. */
  abstract recorder(
    caseId: string,
  ): (itemId: string, sent: SentDraft<ScoreContent>) => Promise<ScoredAnswer>;

  /** @throws Problem */
  abstract file(place: FilePlace): Promise<Blob>;

  /** Null: it has none. */
  abstract urlOf(place: FilePlace): string | null;
}

/** The sheet as the server has it. */
@Injectable({ providedIn: 'root' })
export class ServerSheet extends SheetSource {
  private readonly api = inject(Api);
  private readonly session = inject(SessionService);
  private readonly organization = inject(CurrentOrganization);

  override readonly isTakenAlong = false;

  override draftsOf(caseId: string): string {
    return `scores:${this.session.user()?.id ?? ''}:${caseId}:`;
  }

  override bodyName(): string {
    return this.organization.membership()?.organizationName ?? '';
  }

  override material(id: string): Promise<SheetMaterialDto> {
    return this.api.get('/cases/{id}/sheet/material', { id });
  }

  override sheet(id: string): Promise<SheetDto> {
    return this.api.get('/cases/{id}/sheet', { id });
  }

  override recorder(id: string) {
    const organizationId = this.organization.id();
    return (itemId: string, { content, version, idempotencyKey }: SentDraft<ScoreContent>) =>
      this.api.put('/cases/{id}/sheet/answers/{itemId}', {
        ...{ organizationId, id, itemId, ifMatch: version, idempotencyKey },
        body: content,
      });
  }

  override async file({ file, ...place }: FilePlace): Promise<Blob> {
    const asked = { ...addressOf({ file, ...place }) };
    const { body } = await firstValueFrom(this.api.file('get', FILE, asked));
    return new Blob([body ?? ''], { type: file.mediaType });
  }

  override urlOf(place: FilePlace): string {
    return this.api.url(FILE, addressOf(place));
  }
}

const FILE = '/cases/{id}/materials/{material}/files/{evidenceId}/{revision}';

const addressOf = ({ caseId: id, material, file: { evidenceId, revision } }: FilePlace) => ({
  ...{ id, material, evidenceId, revision },
});
