import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  linkedSignal,
  signal,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { APPLYING_KINDS, canChangeApplication } from '@liangxing/contracts';
import { Api } from '../../../core/api/api';
import type { ApplicationDto } from '../../../core/api/generated/openapi';
import { FieldProblem } from '../../../core/errors/field-problem';
import { Notices } from '../../../core/errors/notices';
import { type Problem, problemOf } from '../../../core/errors/problem';
import { ProblemNotice } from '../../../core/errors/problem-notice';
import { fileSizeText } from '../../../core/i18n/file-size';
import { TimePipe } from '../../../core/i18n/time.pipe';
import { Busy } from '../../../core/once/busy';
import { CurrentOrganization } from '../../../core/session/current-organization';
import { SessionService } from '../../../core/session/session.service';

/** 单位资料: how the organization stands with the platform, and what it hands in to be opened. */
@Component({
  selector: 'lx-application-page',
  imports: [FieldProblem, ProblemNotice, RouterLink, TimePipe, TranslocoDirective],
  templateUrl: './application.page.html',
  styleUrl: './application.page.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ApplicationPage {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly session = inject(SessionService);
  protected readonly organization = inject(CurrentOrganization);

  protected readonly application = signal<ApplicationDto | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly working = new Busy();
  protected readonly uploading = new Busy();
  protected readonly sizeOf = fileSizeText;

  /** Of those that ask to be opened; an enterprise hands nothing in. */
  protected readonly isAsked = computed(() =>
    APPLYING_KINDS.some((kind) => kind === this.application()?.kind),
  );
  protected readonly isOpenToChange = computed(() => {
    const state = this.application()?.state;
    return state !== undefined && canChangeApplication(state);
  });
  protected readonly canChange = computed(
    () => this.isOpenToChange() && this.organization.can('application:write'),
  );

  private readonly stored = computed(() => ({
    name: this.application()?.name ?? '',
    creditCode: this.application()?.creditCode ?? '',
  }));
  /** As typed; what is stored anew takes their place. */
  protected readonly name = linkedSignal(computed(() => this.stored().name));
  protected readonly creditCode = linkedSignal(computed(() => this.stored().creditCode));

  constructor() {
    effect(() => {
      const id = this.organization.id();
      untracked(() => {
        this.application.set(null);
        this.problem.set(null);
        if (id) void this.look();
      });
    });
  }

  /** What the platform decided meanwhile. */
  protected async look(): Promise<void> {
    if (!(await this.change(() => this.api.get('/application')))) return;
    const { state } = this.application() ?? {};
    // The frame shows what can be done from now on.
    if (state !== this.organization.membership()?.state)
      await this.session.reload().catch(() => undefined);
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const { name, creditCode } = this.typed();
    const isDone = await this.working.run(() => this.store(), `${name} ${creditCode}`);
    if (!isDone) return;
    this.notices.done(this.transloco.translate('organizations.application.saved'));
    await this.session.reload().catch(() => undefined);
  }

  /** With what is typed: that is stored first. */
  protected async handIn(): Promise<void> {
    const [typed, stored] = [this.typed(), this.stored()];
    const isStored = typed.name === stored.name && typed.creditCode === stored.creditCode;
    const isDone = await this.working.run(async () => {
      if (!isStored && !(await this.store())) return false;
      const ifMatch = this.version();
      return this.change(() => this.api.post('/application/submissions', { ifMatch }));
    }, `hand in ${typed.name} ${typed.creditCode}`);
    if (!isDone) return;
    this.notices.done(this.transloco.translate('organizations.application.handedIn'));
    await this.session.reload().catch(() => undefined);
  }

  protected async upload({ target }: Event): Promise<void> {
    if (!(target instanceof HTMLInputElement)) return;
    for (const file of target.files ?? []) {
      const isDone = await this.uploading.run(
        () => this.change(() => this.api.post('/application/documents', { form: { file } })),
        `${file.name} ${file.lastModified}`,
      );
      if (isDone !== true) break;
    }
    target.value = '';
  }

  protected async remove(documentId: string): Promise<void> {
    await this.working.run(
      () =>
        this.change(() => this.api.delete('/application/documents/{documentId}', { documentId })),
      documentId,
    );
  }

  protected contentOf(documentId: string): string {
    return this.api.url('/application/documents/{documentId}/content', { documentId });
  }

  private typed(): { readonly name: string; readonly creditCode: string } {
    const creditCode = this.creditCode().replaceAll(/\s/g, '').toUpperCase();
    return { name: this.name().trim(), creditCode };
  }

  private version(): number {
    return this.application()?.version ?? 0;
  }

  private store(): Promise<boolean> {
    const asked = { body: this.typed(), ifMatch: this.version() };
    return this.change(() => this.api.put('/application', asked));
  }

  /** @returns whether it was done, and its organization is still the open one */
  private async change(work: () => Promise<ApplicationDto>): Promise<boolean> {
    const id = this.organization.id();
    this.problem.set(null);
    try {
      const answer = await work();
      if (id !== this.organization.id()) return false;
      // An answer that was overtaken is older than what is shown.
      if (answer.version >= this.version()) this.application.set(answer);
      return true;
    } catch (error) {
      if (id !== this.organization.id()) return false;
      const problem = problemOf(error);
      this.problem.set(problem);
      // Refused, because it is something else by now: that is shown.
      if (problem.current !== undefined) this.application.set(problem.current as ApplicationDto);
      return false;
    }
  }
}
