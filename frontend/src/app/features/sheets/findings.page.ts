import {
  ChangeDetectionStrategy,
  ChangeDetectorRef,
  Component,
  computed,
  DOCUMENT,
  effect,
  inject,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { asksForCorrection } from '@liangxing/contracts';
import { findItem, type Scheme, textIn } from '@liangxing/scheme';
import { Api } from '../../core/api/api';
import type { FindingDto, SheetDto, SheetMaterialDto } from '../../core/api/generated/openapi';
import { CaseStore } from '../../core/case/case-store';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { LanguageService } from '../../core/i18n/language.service';
import { Newest } from '../../core/once/newest';
import { CurrentOrganization } from '../../core/session/current-organization';
import { ConclusionForm } from './conclusion-form';
import { FindingCard } from './finding-card';
import { FindingForm } from './finding-form';
import { LeadMove } from './lead-move';
import { PrintedFinding } from './printed-finding';

/** 不符合项 of a case, what became of them, the conclusion of the team and the hand-over to the review. */
@Component({
  selector: 'lx-findings-page',
  imports: [
    ConclusionForm,
    FindingCard,
    FindingForm,
    LeadMove,
    PrintedFinding,
    ProblemNotice,
    TranslocoDirective,
  ],
  templateUrl: './findings.page.html',
  styles: `
    .head {
      display: flex;
      flex-wrap: wrap;
      gap: var(--lx-gap-2);
      align-items: center;
      margin: var(--lx-gap-3) 0;
    }
  `,
  host: { '(window:afterprint)': 'printed.set(null)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FindingsPage {
  private readonly api = inject(Api);
  private readonly document = inject(DOCUMENT);
  private readonly changes = inject(ChangeDetectorRef);
  private readonly language = inject(LanguageService);
  private readonly organization = inject(CurrentOrganization);
  private readonly newest = new Newest();
  protected readonly cases = inject(CaseStore);
  private readonly conclusion = viewChild(ConclusionForm);

  protected readonly findings = signal<readonly FindingDto[] | null>(null);
  protected readonly sheet = signal<SheetDto | null>(null);
  protected readonly material = signal<SheetMaterialDto | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  /** Number of the one whose form is open; 0: a new one. */
  protected readonly editing = signal<number | null>(null);
  protected readonly printed = signal<FindingDto | null>(null);

  protected readonly isScorer = computed(() => this.sheet()?.isScorer ?? false);
  protected readonly canAdd = computed(
    () => this.isScorer() && this.cases.state() === 'evaluating',
  );
  protected readonly opened = computed(() => {
    const number = this.editing();
    return number === null ? null : { number };
  });
  protected readonly edited = computed(
    () => this.findings()?.find(({ number }) => number === this.editing()) ?? null,
  );
  protected readonly unverified = computed(() =>
    (this.findings() ?? []).filter(
      (finding) => asksForCorrection(finding) && finding.state !== 'verified',
    ),
  );
  /** Before the hand-over everything that was typed arrives; false: it did not. */
  protected readonly flush = (): Promise<boolean> =>
    this.conclusion()?.flush() ?? Promise.resolve(true);

  constructor() {
    effect(() => {
      const id = this.cases.id();
      // After a move they stand otherwise.
      this.cases.found();
      if (id && this.organization.id()) untracked(() => void this.read(id));
    });
  }

  protected topicOf({ itemId }: FindingDto): string {
    const scheme = this.material()?.scheme as unknown as Scheme | undefined;
    const topic = scheme && findItem(scheme, itemId)?.topic;
    return topic ? textIn(topic, this.language.current()) : '';
  }

  protected evidenceOf({ evidenceId }: FindingDto): string {
    const file = this.material()?.files.find((one) => one.evidenceId === evidenceId);
    return file ? file.title || file.fileName : '';
  }

  protected async saved(): Promise<void> {
    this.editing.set(null);
    await this.read(this.cases.id());
  }

  /** On paper stands the one sheet; the browser takes the page as it is when this returns. */
  protected print(finding: FindingDto): void {
    this.printed.set(finding);
    this.changes.detectChanges();
    this.document.defaultView?.print();
  }

  protected async read(id: string): Promise<void> {
    const isNewest = this.newest.ask();
    this.problem.set(null);
    try {
      const asked = { id };
      const material = this.material() ?? this.api.get('/cases/{id}/sheet/material', asked);
      const [findings, sheet, read] = await Promise.all([
        this.api.get('/cases/{id}/findings', asked),
        this.api.get('/cases/{id}/sheet', asked),
        material,
      ]);
      if (!isNewest()) return;
      this.findings.set(findings);
      this.sheet.set(sheet);
      this.material.set(read);
    } catch (error) {
      if (isNewest()) this.problem.set(problemOf(error));
    }
  }
}
