import { Injectable, effect, inject, signal, untracked } from '@angular/core';
import { Api } from '../../../core/api/api';
import { type Problem, problemOf } from '../../../core/errors/problem';
import { SystemView } from '../system-view';
import type { DocumentChanges, DocumentKind, SystemDocuments } from './system-documents';

export type DocumentFormat = 'pdf' | 'docx' | 'xlsx' | 'svg' | 'png';

/** The documents of the open system; read anew whenever another system is opened. */
@Injectable()
export class DocumentsStore {
  private readonly api = inject(Api);
  private readonly opened = inject(SystemView);
  private readonly stored = signal<SystemDocuments | null>(null);

  readonly documents = this.stored.asReadonly();
  /** The system whose documents these are; null: none is shown. */
  readonly shownId = signal<string | null>(null);
  readonly problem = signal<Problem | null>(null);
  readonly isSaving = signal(false);

  constructor() {
    effect(() => {
      const id = this.opened.id();
      untracked(() => void this.load(id));
    });
  }

  async load(id = this.opened.id()): Promise<void> {
    this.stored.set(null);
    this.shownId.set(null);
    if (id === null) return;
    this.problem.set(null);
    try {
      const documents = await this.api.get('/systems/{id}/documents', { id });
      if (this.opened.id() !== id) return;
      this.stored.set(documents);
      this.shownId.set(id);
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  /** Another version is stored. */
  accept(saved: SystemDocuments): void {
    this.stored.set(saved);
  }

  /**
   * Saves what a person chose or wrote over the version that is shown.
   * @returns null when it is saved; a conflict shows the other value in the problem's `current`
   */
  async change(changes: DocumentChanges): Promise<Problem | null> {
    const [id, documents] = [this.opened.id(), this.stored()];
    if (id === null || documents === null) return null;
    this.isSaving.set(true);
    try {
      const asked = { id, ifMatch: documents.version, body: changes };
      const saved = await this.api.patch('/systems/{id}/documents', asked);
      if (this.opened.id() === id) this.stored.set(saved);
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
    const id = this.opened.id() ?? '';
    return this.api.url('/systems/{id}/documents/{kind}/{format}', { id, kind, format });
  }
}
