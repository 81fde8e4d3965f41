import { Injectable, inject } from '@angular/core';
import { Api } from '../../core/api/api';
import { problemOf } from '../../core/errors/problem';
import { knownEvidence } from '../evidence';

/** Pictures of findings at official sites; they are kept among the evidence. */
@Injectable({ providedIn: 'root' })
export class KeptPictures {
  private readonly api = inject(Api);
  private readonly ids = new WeakMap<File, string>();

  /**
   * A refused finding is sent again with the picture that is there already.
   * @param standardId null: no row of the register, the library keeps it
   * @returns id of the evidence
   */
  async keep(file: File, standardId: string | null): Promise<string> {
    const id = this.ids.get(file) ?? (await this.upload(file, standardId));
    this.ids.set(file, id);
    return id;
  }

  url(id: string): string {
    return this.api.url('/evidence/{id}/revisions/{revision}/content', { id, revision: 1 });
  }

  /**
   * Goes with the evidence of the first standard; the server adds the others. What the library has already is taken from
   * there: its bytes are the same, and which of two names it has proves nothing.
   */
  private async upload(file: File, standardId: string | null): Promise<string> {
    try {
      const form = { standardId: standardId ?? undefined, file };
      return (await this.api.post('/evidence', { form })).id;
    } catch (error) {
      const { id } = knownEvidence(problemOf(error)) ?? {};
      if (id === undefined) throw error;
      return id;
    }
  }
}
