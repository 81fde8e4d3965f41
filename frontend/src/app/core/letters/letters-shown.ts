import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { LetterDto } from '../api/generated/openapi';
import { TimePipe } from '../i18n/time.pipe';

/** 往来记录: what an enterprise and a body wrote to each other, in the order in which it was written. */
@Component({
  selector: 'lx-letters-shown',
  imports: [TimePipe, TranslocoDirective],
  template: `
    <ol *transloco="let t" data-testid="letters">
      @for (letter of letters(); track letter.writtenBy + letter.number) {
        <li data-testid="letter" [attr.data-kind]="letter.kind">
          <div class="head">
            <strong>{{ t('letters.kinds.' + letter.kind) }}</strong>
            <span class="muted small">
              {{ t('letters.sides.' + letter.writtenBy) }} {{ letter.writerName }} ·
              {{ letter.writtenAt | lxTime }}
            </span>
            @if (letter.dossierNumber; as number) {
              <span class="chip">{{ t('letters.dossier', { number }) }}</span>
            }
            @if (letter.due; as due) {
              <span class="chip warn">{{ t('letters.due', { due }) }}</span>
            }
            @if (letter.decision; as granted) {
              <span class="chip">{{
                t('letters.granted', { grade: granted.grade, until: granted.untilOn })
              }}</span>
            }
            @if (letter.certificate; as told) {
              <span class="chip">{{ t('letters.certificate', { number: told.number }) }}</span>
            }
            @if (letter.surveillance; as held) {
              <span class="chip warn">{{
                t('letters.surveillance', { number: held.number, due: held.dueOn })
              }}</span>
            }
            @if (letter.renewal; as told) {
              <span class="chip warn">{{
                t('letters.renewal', {
                  number: told.number,
                  from: told.from,
                  until: told.validUntil,
                })
              }}</span>
            }
            @if (letter.renews; as number) {
              <span class="chip">{{ t('letters.renews', { number }) }}</span>
            }
            @if (letter.isLost) {
              <span class="chip warn">{{ t('letters.lost') }}</span>
            } @else if (!letter.isDelivered) {
              <span class="chip">{{ t('letters.onItsWay') }}</span>
            }
          </div>
          @if (letter.text) {
            <p>{{ letter.text }}</p>
          }
          @if (letter.teamChange; as change) {
            <ul data-testid="team-change">
              @for (side of changed; track side) {
                @for (one of change[side]; track $index) {
                  <li>
                    {{
                      t('letters.team.' + side, {
                        name: one.name,
                        role: t('letters.teamRoles.' + one.role),
                      })
                    }}
                  </li>
                }
              }
            </ul>
          }
          @if (letter.missing.length > 0) {
            <ul>
              @for (each of letter.missing; track $index) {
                <li>
                  {{ each.part }}
                  @if (each.note) {
                    <span class="muted">{{ each.note }}</span>
                  }
                </li>
              }
            </ul>
          }
        </li>
      }
    </ol>
  `,
  styles: `
    ol {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    ol > li {
      padding: var(--lx-gap-2) 0;
      border-bottom: 1px solid var(--lx-line);
    }
    .head {
      display: flex;
      flex-wrap: wrap;
      gap: var(--lx-gap-2);
      align-items: baseline;
    }
    p {
      margin: 4px 0 0;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    ul {
      margin: 4px 0 0;
      padding-left: 20px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LettersShown {
  readonly letters = input.required<readonly LetterDto[]>();

  protected readonly changed = ['left', 'came'] as const;
}
