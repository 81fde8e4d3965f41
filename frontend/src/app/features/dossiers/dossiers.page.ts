import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { Api } from '../../core/api/api';
import { Modal } from '../../core/dialog/modal';
import { Notices } from '../../core/errors/notices';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { CurrentOrganization } from '../../core/session/current-organization';
import { WhoBegins } from '../../core/session/who-begins';
import { FieldInView } from '../../core/work/field-in-view';
import { CurrentAssessment } from '../../core/assessment/current-assessment';
import { ConditionsVerdict } from '../conditions';
import { fixedText } from '../../core/assessment/fixed-text';
import { CheckFindings } from './check-findings';
import { type Dossier, isKnownStep } from './dossier';
import { DossierAttachments } from './dossier-attachments';
import { type AskedDossier, DossierPreview } from './dossier-preview';
import { DossierVersions } from './dossier-versions';
import { DossiersStore } from './dossiers-store';
import { placeOfPart } from './finding-places';
import { ReportFields } from './report-fields';

/** 申请材料: what still speaks against submission, the parts, the build, and every version that was issued. */
@Component({
  selector: 'lx-dossiers-page',
  imports: [
    CheckFindings,
    ConditionsVerdict,
    DossierAttachments,
    DossierVersions,
    ProblemNotice,
    ReportFields,
    RouterLink,
    TranslocoDirective,
    WhoBegins,
  ],
  providers: [DossiersStore],
  templateUrl: './dossiers.page.html',
  styleUrl: './dossiers.page.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DossiersPage {
  private readonly api = inject(Api);
  private readonly modal = inject(Modal);
  private readonly notices = inject(Notices);
  private readonly current = inject(CurrentAssessment);
  private readonly fields = inject(FieldInView);
  private readonly organization = inject(CurrentOrganization);
  protected readonly store = inject(DossiersStore);

  protected readonly canBuild = computed(() => this.organization.can('dossiers:write'));
  protected readonly fixed = computed(() =>
    fixedText(this.current.asKnown(this.store.assessment())),
  );
  protected readonly canWriteReport = computed(
    () => this.organization.can('assessments:write') && this.fixed() === '',
  );
  protected readonly canAttach = computed(() => this.canBuild() && this.fixed() === '');
  protected readonly placeOfPart = placeOfPart;
  protected readonly isKnownStep = isKnownStep;
  protected readonly errors = computed(
    () =>
      (this.store.check()?.findings ?? []).filter(({ severity }) => severity === 'error').length,
  );
  protected readonly warnings = computed(
    () => (this.store.check()?.findings ?? []).length - this.errors(),
  );

  constructor() {
    effect(() => {
      this.current.chosenId();
      if (this.organization.id()) untracked(() => void this.store.load());
    });
  }

  protected async open(dossier: Dossier): Promise<void> {
    try {
      const { id } = dossier;
      const { body } = await firstValueFrom(this.api.file('get', '/dossiers/{id}/file', { id }));
      if (!body) return;
      const data: AskedDossier = { dossier, file: body };
      this.modal.open(DossierPreview, { data, size: 'page' });
    } catch (error) {
      this.notices.failed(error);
    }
  }

  protected showReport(field = ''): void {
    if (field) {
      this.fields.show(field);
      return;
    }
    const report = document.getElementById('report');
    report?.setAttribute('open', '');
    report?.scrollIntoView({ behavior: 'smooth' });
    report?.querySelector('summary')?.focus({ preventScroll: true });
  }
}
