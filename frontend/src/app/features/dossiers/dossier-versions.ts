import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { TimePipe } from '../../core/i18n/time.pipe';
import { Api } from '../../core/api/api';
import { GradeBadge } from '../../core/grade/grade-badge';
import { pointsText } from '../../core/i18n/points';
import { fileSizeText } from '../../core/i18n/file-size';
import { CurrentOrganization } from '../../core/session/current-organization';
import type { Dossier } from './dossier';

/** Every version with what it says, its file, and how it is verified. */
@Component({
  selector: 'lx-dossier-versions',
  imports: [TimePipe, GradeBadge, RouterLink, TranslocoDirective],
  template: `
    <div class="scroll" *transloco="let t">
      <table class="dense" data-testid="dossiers">
        <thead>
          <tr>
            <th scope="col">{{ t('dossiers.version') }}</th>
            <th scope="col">{{ t('dossiers.result') }}</th>
            <th scope="col" class="figure">{{ t('dossiers.points') }}</th>
            <th scope="col">{{ t('dossiers.built') }}</th>
            <th scope="col" class="figure wide">{{ t('dossiers.file') }}</th>
            <th scope="col">{{ t('dossiers.code') }}</th>
            <th scope="col">
              <span class="visually-hidden">{{ t('dossiers.actions') }}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          @for (dossier of dossiers(); track dossier.id) {
            <tr data-testid="dossier-row" [attr.data-state]="dossier.state">
              <th scope="row">
                {{ t('dossiers.numbered', { number: dossier.number }) }}
                @if (dossier.isProvisional) {
                  <span class="chip warn">{{ t('dossiers.provisional') }}</span>
                }
              </th>
              <td>
                @if (dossier.state === 'ready' && isScored(dossier)) {
                  <lx-grade-badge size="small" [grade]="dossier.grade" />
                } @else if (dossier.state === 'ready') {
                  <span class="small muted">{{ t('dossiers.unscored') }}</span>
                } @else {
                  <span class="chip" [class.block]="dossier.state === 'failed'">{{
                    t('dossiers.states.' + dossier.state)
                  }}</span>
                }
              </td>
              <td class="figure">
                @if (dossier.total !== null && isScored(dossier)) {
                  {{ points(dossier.basic ?? 0) }} + {{ points(dossier.bonus ?? 0) }} =
                  <strong data-testid="dossier-total">{{ points(dossier.total) }}</strong>
                }
              </td>
              <td>
                {{ dossier.builtAt ?? dossier.createdAt | lxTime }}
                <span class="small muted wide">{{ dossier.createdBy.name }}</span>
              </td>
              <td class="figure wide">
                @if (dossier.pages !== null) {
                  {{ t('dossiers.pages', { pages: dossier.pages }) }} ·
                  {{ sizeText(dossier.size ?? 0) }}
                }
              </td>
              <td>
                @if (dossier.state === 'ready') {
                  <a
                    class="code"
                    [routerLink]="['/verify', dossier.code]"
                    [title]="'SHA-256 ' + dossier.sha256"
                    data-testid="dossier-code"
                    >{{ dossier.code }}</a
                  >
                }
              </td>
              <td class="buttons">
                @if (dossier.state === 'ready') {
                  <button
                    type="button"
                    class="plain"
                    [attr.aria-label]="t('dossiers.previewOf', { number: dossier.number })"
                    (click)="preview.emit(dossier)"
                    data-testid="preview-dossier"
                  >
                    {{ t('dossiers.preview') }}
                  </button>
                  <a
                    [href]="fileUrl(dossier)"
                    [attr.aria-label]="t('dossiers.downloadOf', { number: dossier.number })"
                    download
                    data-testid="download-dossier"
                    >{{ t('dossiers.download') }}</a
                  >
                  @if (canSubmit()) {
                    <a
                      routerLink="../submissions"
                      [queryParams]="{ dossier: dossier.id }"
                      [attr.aria-label]="t('dossiers.submitOf', { number: dossier.number })"
                      data-testid="submit-dossier"
                      >{{ t('dossiers.submit') }}</a
                    >
                  }
                }
                @if (dossier.state === 'failed') {
                  <span class="small blocks">{{ dossier.error }}</span>
                }
              </td>
            </tr>
          } @empty {
            <tr>
              <td colspan="7" class="muted">{{ t('dossiers.noVersions') }}</td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    .scroll {
      overflow-x: auto;
    }
    th[scope='row'] {
      color: var(--lx-ink);
      font-weight: 400;
      border-bottom-color: var(--lx-line);
    }
    td {
      white-space: nowrap;
    }
    .code {
      font-family: ui-monospace, Consolas, monospace;
      font-size: 12px;
    }
    @media (max-width: 900px) {
      .wide {
        display: none;
      }
      th[scope='row'] {
        white-space: normal;
      }
    }
    .buttons {
      text-align: right;
    }
    .buttons > * + * {
      margin-left: 12px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DossierVersions {
  private readonly api = inject(Api);
  private readonly organization = inject(CurrentOrganization);

  readonly dossiers = input.required<readonly Dossier[]>();
  readonly preview = output<Dossier>();

  protected readonly canSubmit = computed(() => this.organization.can('submissions:write'));
  protected readonly points = pointsText;
  protected readonly sizeText = fileSizeText;

  /** Readiness gives neither points nor grade; dossiers of before then say zero. */
  protected isScored({ grade, total }: Dossier): boolean {
    return grade !== null || (total ?? 0) > 0;
  }

  protected fileUrl(dossier: Dossier): string {
    return this.api.url('/dossiers/{id}/file', { id: dossier.id });
  }
}
