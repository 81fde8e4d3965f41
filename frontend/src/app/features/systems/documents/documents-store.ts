import { HttpClient } from '@angular/common/http';
import { Injectable, effect, inject, signal, untracked } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { type Problem, problemOf } from '../../../core/errors/problem';
import { CurrentOrganization } from '../../../core/session/current-organization';
import { SystemStore } from '../system-store';
import type { DocumentChanges, DocumentKind, SystemDocuments } from './system-documents';

export type DocumentFormat = 'pdf' | 'docx' | 'xlsx' | 'svg' | 'png';

/** The documents of the open system; read anew whenever another system is opened. */
@Injectable()
export class DocumentsStore {
  private readonly http = inject(HttpClient);
  private readonly organization = inject(CurrentOrganization);
  private readonly systems = inject(SystemStore);
  private readonly stored = signal<SystemDocuments | null>(null);

  readonly documents = this.stored.asReadonly();
  readonly problem = signal<Problem | null>(null);
  readonly isSaving = signal(false);

  constructor() {
    effect(() => {
      const id = this.systems.id();
      untracked(() => void this.load(id));
    });
  }

  async load(id = this.systems.id()): Promise<void> {
    this.stored.set(null);
    if (id === null) return;
    this.problem.set(null);
    try {
      const documents = await firstValueFrom(this.http.get<SystemDocuments>(this.url(id)));
      if (this.systems.id() === id) this.stored.set(documents);
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  /**
   * Saves what a person chose or wrote over the version that is shown.
   * @returns null when it is saved; a conflict shows the other value in the problem's `current`
   */
  async change(changes: DocumentChanges): Promise<Problem | null> {
    const [id, documents] = [this.systems.id(), this.stored()];
    if (id === null || documents === null) return null;
    this.isSaving.set(true);
    try {
      const headers = { 'If-Match': `"${documents.version}"` };
      const saved = await firstValueFrom(
        this.http.patch<SystemDocuments>(this.url(id), changes, { headers }),
      );
      if (this.systems.id() === id) this.stored.set(saved);
      return null;
    } catch (error) {
      const problem = problemOf(error);
      if (problem.isConflict && problem.current) {
        this.stored.set(problem.current as unknown as SystemDocuments);
      }
      return problem;
    } finally {
      this.isSaving.set(false);
    }
  }

  fileUrl(kind: DocumentKind, format: DocumentFormat): string {
    return `${this.url(this.systems.id() ?? '')}/${kind}/${format}`;
  }

  private url(id: string): string {
    return `${this.organization.api()}/systems/${id}/documents`;
  }
}
