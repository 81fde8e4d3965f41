import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { addressesIn, type AnyRole } from '@liangxing/contracts';
import { Api } from '../../../core/api/api';
import type { InvitedRowDto } from '../../../core/api/generated/openapi';
import { type Problem, problemOf } from '../../../core/errors/problem';
import { ProblemNotice } from '../../../core/errors/problem-notice';

/** What one request takes. */
const MOST = 100;

/** Invites everybody whose address is pasted; each address has its answer. */
@Component({
  selector: 'lx-invite-many',
  imports: [TranslocoDirective, ProblemNotice],
  template: `
    <details *transloco="let t" data-testid="invite-many">
      <summary>{{ t('organizations.members.many') }}</summary>
      <form novalidate (submit)="invite($event, role.value)">
        <p class="muted small">{{ t('organizations.members.manyHint', { most: most }) }}</p>
        <lx-problem-notice [problem]="problem()" [listFields]="true" />
        <textarea
          #text
          class="ant-input"
          rows="5"
          data-testid="invite-many-text"
          [attr.aria-label]="t('organizations.members.manyText')"
          [placeholder]="t('organizations.members.manyText')"
          (input)="typed.set(text.value)"
        ></textarea>
        <p class="answer">
          <select
            #role
            class="ant-input"
            data-testid="invite-many-role"
            [attr.aria-label]="t('organizations.members.role')"
          >
            @for (each of roles(); track each) {
              <option [value]="each" [selected]="$index === 1">{{ t('roles.' + each) }}</option>
            }
          </select>
          <button
            class="ant-btn"
            type="submit"
            data-testid="invite-many-send"
            [disabled]="isBusy() || addresses().length === 0 || addresses().length > most"
          >
            <span>{{ t('organizations.members.manySend', { count: addresses().length }) }}</span>
          </button>
          @if (addresses().length > most) {
            <span class="problem" role="alert">{{
              t('organizations.members.manyTooMany', { most: most })
            }}</span>
          }
        </p>
      </form>
      <div role="status">
        @if (rows().length > 0) {
          <p>
            {{
              t('organizations.members.manyDone', {
                invited: invited(),
                others: rows().length - invited(),
              })
            }}
          </p>
          <ul data-testid="invite-many-rows">
            @for (row of rows(); track $index) {
              <li [attr.data-outcome]="row.outcome">
                <span class="address">{{ row.address }}</span>
                <span [class.problem]="row.outcome !== 'invited'">{{
                  t('organizations.members.outcome.' + row.outcome)
                }}</span>
              </li>
            }
          </ul>
        }
      </div>
    </details>
  `,
  styles: `
    details {
      margin-bottom: var(--lx-gap-3);
    }
    textarea {
      width: 100%;
      max-width: 640px;
    }
    select {
      width: 110px;
    }
    .answer {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 12px;
      align-items: center;
      margin: 8px 0;
    }
    li {
      overflow-wrap: anywhere;
    }
    .address {
      margin-right: 12px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InviteMany {
  private readonly api = inject(Api);

  /** What people of this organization can be. */
  readonly roles = input.required<readonly AnyRole[]>();
  /** Some may be invited now. */
  readonly done = output();

  protected readonly most = MOST;
  protected readonly typed = signal('');
  protected readonly addresses = computed(() => addressesIn(this.typed()));
  protected readonly rows = signal<readonly InvitedRowDto[]>([]);
  protected readonly invited = computed(
    () => this.rows().filter(({ outcome }) => outcome === 'invited').length,
  );
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isBusy = signal(false);

  protected async invite(event: Event, chosen: string): Promise<void> {
    event.preventDefault();
    const role = this.roles().find((each) => each === chosen);
    if (this.isBusy() || role === undefined) return;
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      const body = { addresses: this.addresses(), role };
      this.rows.set(await this.api.post('/members/invitations', { body }));
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.isBusy.set(false);
      this.done.emit();
    }
  }
}
