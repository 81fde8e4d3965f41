import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { TEMPLATE_KINDS } from '@liangxing/contracts';
import { Api } from '../../core/api/api';
import type { TemplateDto, TemplateHeadDto } from '../../core/api/generated/openapi';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { TimePipe } from '../../core/i18n/time.pipe';
import { Newest } from '../../core/once/newest';
import { CurrentOrganization } from '../../core/session/current-organization';
import { NewTemplate } from './new-template';

/** 模板 of a consultancy: what it prepares once and copies to its clients. */
@Component({
  selector: 'lx-templates-page',
  imports: [NewTemplate, ProblemNotice, RouterLink, TimePipe, TranslocoDirective],
  template: `
    <div class="page" *transloco="let t">
      <header class="page-header">
        <h1>{{ t('screens.templates') }}</h1>
        <span class="spacer"></span>
        @if (canWrite() && !isAdding()) {
          <button
            type="button"
            class="ant-btn ant-btn-primary"
            data-testid="template-new"
            (click)="isAdding.set(true)"
          >
            <span>{{ t('templates.new') }}</span>
          </button>
        }
      </header>
      <p class="muted">{{ t('templates.hint') }}</p>
      <lx-problem-notice [problem]="problem()" />
      @if (isAdding()) {
        <lx-new-template
          [first]="asked() ?? 'structure'"
          (saved)="open($event)"
          (cancelled)="isAdding.set(false)"
        />
      }
      @if (templates(); as all) {
        @if (all.length === 0) {
          <section class="empty" data-testid="no-templates">
            <h2>{{ t('templates.empty') }}</h2>
            <p class="muted">{{ t('templates.emptyHint') }}</p>
          </section>
        } @else {
          <div class="choices" role="group" [attr.aria-label]="t('templates.kind')">
            @for (each of filters; track each) {
              <button
                type="button"
                [attr.aria-pressed]="(asked() ?? '') === each"
                [attr.data-testid]="'kind-' + (each || 'all')"
                (click)="narrow(each)"
              >
                {{ t('templates.kinds.' + (each || 'all')) }}
              </button>
            }
          </div>
          <div class="scroll" tabindex="0" role="group" [attr.aria-label]="t('screens.templates')">
            <table class="dense" data-testid="templates">
              <thead>
                <tr>
                  <th scope="col">{{ t('templates.name') }}</th>
                  <th scope="col">{{ t('templates.kind') }}</th>
                  <th scope="col" class="figure">{{ t('templates.entries') }}</th>
                  <th scope="col">{{ t('templates.note') }}</th>
                  <th scope="col">{{ t('templates.updated') }}</th>
                </tr>
              </thead>
              <tbody>
                @for (template of shown(); track template.id) {
                  <tr data-testid="template">
                    <td>
                      <a [routerLink]="[template.id]" queryParamsHandling="merge">{{
                        template.name
                      }}</a>
                      @if (template.isArchived) {
                        <span class="chip">{{ t('templates.archived') }}</span>
                      }
                    </td>
                    <td>{{ t('templates.kinds.' + template.kind) }}</td>
                    <td class="figure">{{ template.entries }}</td>
                    <td>{{ template.note }}</td>
                    <td>{{ template.updatedAt | lxTime }} {{ template.updatedByName }}</td>
                  </tr>
                }
              </tbody>
            </table>
          </div>
          @if (shown().length === 0) {
            <p class="muted">{{ t('templates.noneOfKind') }}</p>
          }
        }
      }
    </div>
  `,
  styles: `
    .scroll {
      overflow-x: auto;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TemplatesPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly organization = inject(CurrentOrganization);
  private readonly newest = new Newest();

  /** Of the address: the kind alone that is shown; another word shows all. */
  readonly kind = input<string>();

  protected readonly filters = ['', ...TEMPLATE_KINDS] as const;
  protected readonly templates = signal<readonly TemplateHeadDto[] | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isAdding = signal(false);
  protected readonly canWrite = computed(() => this.organization.can('templates:write'));
  protected readonly asked = computed(() => TEMPLATE_KINDS.find((one) => one === this.kind()));
  protected readonly shown = computed(() =>
    (this.templates() ?? []).filter(({ kind }) => kind === (this.asked() ?? kind)),
  );

  constructor() {
    effect(() => {
      if (this.organization.id()) untracked(() => void this.load());
    });
  }

  protected narrow(kind: string): void {
    const queryParams = { kind: kind === '' ? null : kind };
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }

  protected open({ id }: TemplateDto): void {
    const to = ['/o', this.organization.id(), 'templates', id];
    void this.router.navigate(to, { queryParamsHandling: 'merge' });
  }

  /** Nothing of another organization stays. */
  private async load(): Promise<void> {
    const isNewest = this.newest.ask();
    this.templates.set(null);
    this.problem.set(null);
    this.isAdding.set(false);
    try {
      const found = await this.api.get('/templates');
      if (isNewest()) this.templates.set(found);
    } catch (error) {
      if (isNewest()) this.problem.set(problemOf(error));
    }
  }
}
