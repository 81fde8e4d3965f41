import { Injectable, computed, inject, signal } from '@angular/core';
import { Api } from '../../core/api/api';
import { type Problem, problemOf } from '../../core/errors/problem';

/** Whose credit code is typed: an offer goes only to the one whose name was shown for exactly this code. */
@Injectable()
export class ConsultancySearch {
  private readonly api = inject(Api);
  private readonly found = signal<{ readonly code: string; readonly name: string } | null>(null);
  /** The code that is looked up, or was found; empty: none. */
  private asked = '';
  private question = 0;

  /** Null before the code was looked up. */
  readonly name = computed(() => this.found()?.name ?? null);
  readonly problem = signal<Problem | null>(null);

  /** Another code is typed: no name is shown until it was looked up, and no answer for an earlier one counts. */
  clear(): void {
    this.question += 1;
    this.asked = '';
    this.found.set(null);
    this.problem.set(null);
  }

  isShown(typed: string): boolean {
    return this.found()?.code === typed.trim();
  }

  async find(typed: string): Promise<void> {
    const code = typed.trim();
    if (code !== '' && code === this.asked) return;
    this.clear();
    if (code === '') return;
    this.asked = code;
    const { question } = this;
    try {
      const { name } = await this.api.post('/engagements/consultancy', {
        body: { creditCode: code },
      });
      if (question === this.question) this.found.set({ code, name });
    } catch (error) {
      if (question !== this.question) return;
      this.clear();
      this.problem.set(problemOf(error));
    }
  }
}
