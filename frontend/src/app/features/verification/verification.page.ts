import { HttpContext } from '@angular/common/http';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
} from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { TimePipe } from '../../core/i18n/time.pipe';
import { Api } from '../../core/api/api';
import type { VerificationDto } from '../../core/api/generated/openapi';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { GradeBadge } from '../../core/grade/grade-badge';
import { LanguageService } from '../../core/i18n/language.service';
import { pointsText } from '../../core/i18n/points';
import { WITHOUT_REAUTHENTICATION } from '../../core/api/reauthentication';
import { codeIn, isWholeCode, hexOf } from './verification';

interface CheckedFile {
  readonly name: string;
  readonly sha256: string;
}

/** Anyone with a code sees what was issued under it, and whether a PDF is that very file. The file never leaves the browser. */
@Component({
  selector: 'lx-verification-page',
  imports: [TimePipe, GradeBadge, ProblemNotice, TranslocoDirective],
  templateUrl: './verification.page.html',
  styleUrl: './verification.page.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class VerificationPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly language = inject(LanguageService);

  /** From the address; empty where the page asks for it. */
  readonly code = input('', { transform: (code: string | undefined) => code ?? '' });

  protected readonly points = pointsText;
  protected readonly issued = signal<VerificationDto | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isMalformed = signal(false);
  protected readonly isLoading = signal(false);
  protected readonly isHashing = signal(false);
  protected readonly isOver = signal(false);
  protected readonly file = signal<CheckedFile | null>(null);
  protected readonly fileProblem = signal<'unreadable' | 'insecure' | null>(null);
  protected readonly isUnknown = computed(() => this.problem()?.status === 404);
  protected readonly result = computed(() => {
    const [issued, file] = [this.issued(), this.file()];
    if (!issued || !file) return null;
    return issued.sha256.toLowerCase() === file.sha256 ? 'genuine' : 'different';
  });

  constructor() {
    effect(() => void this.load(this.code()));
  }

  protected ask(event: Event, text: string): void {
    event.preventDefault();
    const code = codeIn(text);
    this.isMalformed.set(!isWholeCode(code));
    if (this.isMalformed()) return;
    if (code === this.code()) void this.load(code);
    else void this.router.navigate(['/verify', code]);
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.isOver.set(false);
    const [file] = event.dataTransfer?.files ?? [];
    if (file) void this.check(file);
  }

  protected over(event: DragEvent): void {
    event.preventDefault();
    this.isOver.set(true);
  }

  protected pick(event: Event): void {
    const field = event.target as HTMLInputElement;
    const [file] = field.files ?? [];
    if (file) void this.check(file);
    field.value = '';
  }

  private async load(code: string): Promise<void> {
    this.issued.set(null);
    this.problem.set(null);
    this.file.set(null);
    this.fileProblem.set(null);
    if (!code) return;
    this.isLoading.set(true);
    try {
      const context = new HttpContext().set(WITHOUT_REAUTHENTICATION, true);
      const issued = await this.api.get('/api/verifications/{code}', { code, context });
      if (this.code() === code) this.issued.set(issued);
    } catch (error) {
      if (this.code() === code) this.problem.set(problemOf(error));
    } finally {
      this.isLoading.set(false);
    }
  }

  private async check(file: File): Promise<void> {
    this.file.set(null);
    this.fileProblem.set(null);
    // Browsers compute hashes only on https and localhost.
    if (!globalThis.isSecureContext) {
      this.fileProblem.set('insecure');
      return;
    }
    this.isHashing.set(true);
    try {
      const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
      this.file.set({ name: file.name, sha256: hexOf(digest) });
    } catch {
      this.fileProblem.set('unreadable');
    } finally {
      this.isHashing.set(false);
    }
  }
}
