import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { StructureTemplateId } from '@liangxing/system-structure';
import { Api } from '../../core/api/api';
import type { FormAdviceDto } from '../../core/api/generated/openapi';

const TEMPLATES: readonly StructureTemplateId[] = ['gb-t-15496-2017', 'gb-t-15496-2003'];

/** The first step: which form the system follows. One click starts. */
@Component({
  selector: 'lx-system-start',
  imports: [TranslocoDirective],
  template: `
    <section
      class="start"
      data-before-fields="system."
      data-field="system.start"
      data-testid="system-start"
      *transloco="let t"
    >
      <h2>{{ t('systems.start.title') }}</h2>
      <p class="muted">{{ t('systems.start.hint') }}</p>
      <div class="templates">
        @for (template of templates; track template) {
          <article>
            <h3>{{ t('systems.templates.' + template + '.name') }}</h3>
            <p class="bodies">{{ t('systems.templates.' + template + '.bodies') }}</p>
            <p>{{ t('systems.templates.' + template + '.fits') }}</p>
            <div class="advice">
              @if (adviceOf(template); as advice) {
                @if (advice.isOfScheme) {
                  <p class="scheme" data-testid="of-scheme">{{ t('systems.start.ofScheme') }}</p>
                }
                @if (advice.standards > 0) {
                  <p class="muted small">{{ t(reasonOf(advice), advice) }}</p>
                }
              }
            </div>
            @if (canWrite()) {
              <button
                type="button"
                class="ant-btn ant-btn-primary"
                [attr.data-testid]="'start-' + template"
                [disabled]="isBusy()"
                (click)="chosen.emit(template)"
              >
                <span>{{ t(isBusy() ? 'systems.start.busy' : 'systems.start.use') }}</span>
              </button>
            }
          </article>
        }
      </div>
      @if (!canWrite()) {
        <p class="muted">{{ t('systems.start.readOnly') }}</p>
      }
      @if (canCancel()) {
        <button type="button" class="ant-btn" (click)="cancelled.emit()">
          <span>{{ t('actions.cancel') }}</span>
        </button>
      }
    </section>
  `,
  styles: `
    .start {
      max-width: 900px;
      padding: var(--lx-gap-5);
    }
    .templates {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(280px, 1fr));
      gap: var(--lx-gap-5);
      margin: var(--lx-gap-4) 0;
    }
    article {
      display: flex;
      flex-direction: column;
      align-items: flex-start;
      gap: var(--lx-gap-2);
      padding: var(--lx-gap-4);
      border: 1px solid var(--lx-line-strong);
      border-radius: var(--lx-radius);
    }
    h3 {
      font-size: 16px;
    }
    .bodies {
      color: var(--lx-accent-strong);
      font-weight: 600;
    }
    /* It comes later than the button: room is kept for it, so that nothing moves under the pointer. */
    .advice {
      min-height: 5em;
    }
    .scheme {
      color: var(--lx-good);
    }
    button {
      margin-top: auto;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SystemStart {
  readonly isBusy = input(false);
  readonly canWrite = input(false);
  readonly canCancel = input(false);
  readonly chosen = output<StructureTemplateId>();
  readonly cancelled = output();

  protected readonly templates = TEMPLATES;
  private readonly advice = signal<readonly FormAdviceDto[]>([]);

  constructor() {
    // Without advice the choice is the same as before: nothing waits for it.
    inject(Api)
      .get('/systems/forms')
      .then((advice) => this.advice.set(advice))
      .catch(() => undefined);
  }

  protected adviceOf(template: StructureTemplateId): FormAdviceDto | undefined {
    return this.advice().find(({ templateId }) => templateId === template);
  }

  protected reasonOf({ placed }: FormAdviceDto): string {
    return placed > 0 ? 'systems.start.byCode' : 'systems.start.bySuggestion';
  }
}
