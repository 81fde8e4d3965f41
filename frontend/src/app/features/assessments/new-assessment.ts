import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { NgTemplateOutlet } from '@angular/common';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { UsableSchemeDto } from '../../core/api/generated/openapi';
import { Api } from '../../core/api/api';
import { Busy } from '../../core/once/busy';
import { Notices } from '../../core/errors/notices';
import { LanguageService } from '../../core/i18n/language.service';
import { CurrentOrganization } from '../../core/session/current-organization';
import { newestSchemes } from '../../core/assessment/schemes';
import { usualScheme, usualTarget, usualTitle } from '../../core/assessment/usual-start';

/** Starts a self-evaluation: which scheme, which target, what it is called. */
@Component({
  selector: 'lx-new-assessment',
  imports: [NgTemplateOutlet, RouterLink, TranslocoDirective],
  template: `
    <section class="page" *transloco="let t">
      <h1>{{ t('assessments.new.title') }}</h1>
      <p class="muted lead">{{ t('assessments.new.lead') }}</p>
      @for (scheme of current(); track scheme.id) {
        <ng-container *ngTemplateOutlet="choice; context: { $implicit: scheme }" />
      }
      @if (historical().length > 0) {
        <h2>{{ t('assessments.new.historical') }}</h2>
        <p class="muted small historical">{{ t('assessments.new.historicalWhy') }}</p>
        @for (scheme of historical(); track scheme.id) {
          <ng-container *ngTemplateOutlet="choice; context: { $implicit: scheme }" />
        }
      }
      <ng-template #choice let-scheme>
        <label class="scheme" [class.on]="scheme.id === schemeId()">
          <input
            type="radio"
            name="scheme"
            [value]="scheme.id"
            [checked]="scheme.id === schemeId()"
            (change)="chosenScheme.set(scheme.id)"
            [attr.data-testid]="'scheme-' + scheme.id"
          />
          <span>
            <strong>{{ scheme.title[language.current()] ?? scheme.title['zh-CN'] }}</strong>
            <span class="chip" [class.good]="scheme.origin === 'own'">{{
              t('assessments.new.origin.' + scheme.origin)
            }}</span>
            <small>
              {{ t('assessments.new.items', { items: scheme.items }) }}
              @if (scheme.origin === 'own') {
                · {{ t('assessments.new.version', { version: scheme.version }) }}
              }
              @if (scheme.kind === 'readiness') {
                · {{ t('assessments.new.readiness') }}
              }
              @if (scheme.supersededBy) {
                · {{ t('assessments.superseded', { by: scheme.supersededBy }) }}
              }
            </small>
          </span>
        </label>
      </ng-template>
      <p class="manage">
        <a [routerLink]="['/o', organization.id(), 'schemes']" data-testid="manage-schemes">{{
          t('assessments.new.manage')
        }}</a>
      </p>
      @if (grades().length > 0) {
        <label class="field">
          <span>{{
            t(isReadiness() ? 'assessments.new.appliedGrade' : 'assessments.new.target')
          }}</span>
          <select class="ant-input" (change)="chooseTarget($event)" data-testid="target-grade">
            @for (grade of grades(); track grade) {
              <option [value]="grade" [selected]="grade === target()">{{ grade }}</option>
            }
          </select>
          @if (isReadiness()) {
            <small>{{ t('assessments.new.appliedGradeHint') }}</small>
          }
          @if (!chosenTarget() && profileTarget() && target() === profileTarget()) {
            <small data-testid="target-from-profile">{{
              t('assessments.new.targetFromProfile')
            }}</small>
          }
        </label>
      }
      <label class="field">
        <span>{{ t('assessments.new.name') }}</span>
        <input
          type="text"
          class="ant-input"
          [value]="title()"
          (input)="typeTitle($event)"
          data-testid="assessment-title"
        />
      </label>
      <p>
        <button
          type="button"
          class="ant-btn ant-btn-primary"
          [disabled]="!schemeId() || !title().trim() || creating.isBusy() || !canWrite()"
          (click)="create()"
          data-testid="create-assessment"
        >
          <span>{{ t('assessments.new.start') }}</span>
        </button>
        @if (canCancel()) {
          <button type="button" class="ant-btn" (click)="cancelled.emit()">
            <span>{{ t('actions.cancel') }}</span>
          </button>
        }
      </p>
    </section>
  `,
  styles: `
    .ant-btn + .ant-btn {
      margin-left: 8px;
    }
    .scheme {
      display: flex;
      gap: 10px;
      align-items: baseline;
      max-width: 640px;
      margin-bottom: 8px;
      padding: 10px 14px;
      border: 1px solid var(--lx-line);
      border-radius: var(--lx-radius);
      cursor: pointer;
    }
    .scheme.on {
      border-color: var(--lx-accent);
      background: var(--lx-accent-soft);
    }
    strong + .chip {
      margin-left: 6px;
    }
    .lead {
      margin: 4px 0 10px;
    }
    h2 {
      margin: 18px 0 4px;
      font-size: 15px;
    }
    .historical {
      max-width: 640px;
      margin-bottom: 6px;
    }
    .manage {
      max-width: 640px;
      font-size: 12px;
    }
    small {
      display: block;
      color: var(--lx-ink-3);
    }
    .field {
      display: block;
      max-width: 320px;
      margin: 14px 0;
    }
    .field > span {
      display: block;
      margin-bottom: 2px;
      color: var(--lx-ink-2);
      font-size: 12px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewAssessment {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  protected readonly organization = inject(CurrentOrganization);
  protected readonly language = inject(LanguageService);

  readonly canCancel = input(false);
  /** The scheme chosen at first, where another page leads here with one. */
  readonly preferred = input<string>();
  /** The scheme and the target that stand in the enterprise's profile; empty: none yet. */
  readonly profileScheme = input('');
  readonly profileTarget = input('');
  readonly created = output<string>();
  readonly cancelled = output();

  protected readonly schemes = signal<readonly UsableSchemeDto[]>([]);
  protected readonly chosenScheme = signal<string | null>(null);
  protected readonly schemeId = computed(
    () =>
      this.chosenScheme() ??
      usualScheme(this.schemes(), { schemeId: this.preferred() ?? this.profileScheme() })?.id ??
      '',
  );
  protected readonly current = computed(() =>
    this.schemes().filter(({ isHistorical }) => !isHistorical),
  );
  protected readonly historical = computed(() =>
    this.schemes().filter(({ isHistorical }) => isHistorical),
  );
  protected readonly creating = new Busy();
  protected readonly canWrite = computed(() => this.organization.can('assessments:write'));
  private readonly scheme = computed(() => this.schemes().find(({ id }) => id === this.schemeId()));
  protected readonly isReadiness = computed(() => this.scheme()?.kind === 'readiness');
  /** From the highest. */
  protected readonly grades = computed(() => [...(this.scheme()?.targetGrades ?? [])].reverse());
  protected readonly chosenTarget = signal('');
  private readonly typedTitle = signal<string | null>(null);
  /** As chosen here, else as in the profile, else the highest that the scheme has. */
  protected readonly target = computed(() =>
    usualTarget(this.scheme(), this.chosenTarget(), this.profileTarget()),
  );
  protected readonly title = computed(
    () => this.typedTitle() ?? usualTitle(this.language.current(), new Date()),
  );

  constructor() {
    newestSchemes(this.api).then(
      (schemes) => this.schemes.set(schemes),
      (error: unknown) => this.notices.failed(error),
    );
  }

  protected chooseTarget(event: Event): void {
    this.chosenTarget.set((event.target as HTMLSelectElement).value);
  }

  protected typeTitle(event: Event): void {
    this.typedTitle.set((event.target as HTMLInputElement).value);
  }

  protected create(): void {
    void this.creating.run(() => this.createOne(), `${this.schemeId()} ${this.title()}`);
  }

  private async createOne(): Promise<void> {
    try {
      const target = this.target();
      const assessment = await this.api.post('/assessments', {
        body: {
          title: this.title().trim(),
          schemeId: this.schemeId(),
          ...(target ? { targetGrade: target } : {}),
        },
      });
      this.created.emit(assessment.id);
    } catch (error) {
      this.notices.failed(error);
    }
  }
}
