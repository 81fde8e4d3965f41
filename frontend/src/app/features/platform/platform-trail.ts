import {
  ChangeDetectionStrategy,
  Component,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import {
  auditActionWording,
  PLATFORM_ACTIONS,
  type PlatformPart,
  sideOf,
} from '@liangxing/contracts';
import { Api } from '../../core/api/api';
import type { AuditLineDto } from '../../core/api/generated/openapi';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { LanguageService } from '../../core/i18n/language.service';
import { TimePipe } from '../../core/i18n/time.pipe';
import { toldFacts } from './trail-facts';

const perPage = 50;

/** The platform's own trail, newest first: all of it, or what tells of one organization. */
@Component({
  selector: 'lx-platform-trail',
  imports: [ProblemNotice, RouterLink, TimePipe, TranslocoDirective],
  templateUrl: './platform-trail.html',
  styles: `
    .scroll {
      overflow-x: auto;
    }
    .details {
      overflow-wrap: anywhere;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PlatformTrail {
  private readonly api = inject(Api);
  private readonly language = inject(LanguageService);
  private readonly transloco = inject(TranslocoService);
  private question = 0;

  /** Id of the organization that the lines tell of; empty: of everything. */
  readonly subjectId = input('');
  /** Another one: something was done, and the lines are read anew. */
  readonly stamp = input(0);

  protected readonly parts = Object.keys(PLATFORM_ACTIONS) as PlatformPart[];
  protected readonly part = signal<PlatformPart | ''>('');
  protected readonly lines = signal<readonly AuditLineDto[] | null>(null);
  protected readonly hasOlder = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  constructor() {
    effect(() => {
      this.subjectId();
      this.stamp();
      this.part();
      untracked(() => void this.load());
    });
  }

  protected choose({ target }: Event): void {
    this.part.set((target as HTMLSelectElement).value as PlatformPart | '');
  }

  protected older(): void {
    void this.load(this.lines()?.at(-1)?.id);
  }

  protected wordingOf({ action }: AuditLineDto): string {
    return auditActionWording(action)[sideOf(this.language.current())];
  }

  protected detailsOf({ details }: AuditLineDto): string {
    return toldFacts(details, (key) => this.transloco.translate(key));
  }

  /** @param before the last line that is shown; without it the list begins anew */
  private async load(before?: string): Promise<void> {
    const question = ++this.question;
    const part = this.part();
    try {
      const page = await this.api.get('/api/platform/trail', {
        subjectId: this.subjectId(),
        ...(part === '' ? {} : { part }),
        ...(before === undefined ? {} : { before }),
        limit: perPage,
      });
      // Only the newest question is answered.
      if (question !== this.question) return;
      this.lines.update((lines) => [...(before === undefined ? [] : (lines ?? [])), ...page.lines]);
      this.hasOlder.set(page.hasOlder);
      this.problem.set(null);
    } catch (error) {
      if (question === this.question) this.problem.set(problemOf(error));
    }
  }
}
