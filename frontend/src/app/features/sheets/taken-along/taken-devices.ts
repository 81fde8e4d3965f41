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
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Api } from '../../../core/api/api';
import type {
  CaseDeviceDto,
  FindingDto,
  SheetMaterialDto,
} from '../../../core/api/generated/openapi';
import { Confirm } from '../../../core/dialog/confirm';
import { Modal } from '../../../core/dialog/modal';
import { Notices } from '../../../core/errors/notices';
import { TimePipe } from '../../../core/i18n/time.pipe';
import { SealedStore } from '../../../core/offline/sealed-store';
import { ShellOnDevice } from '../../../core/offline/shell-on-device';
import { Busy } from '../../../core/once/busy';
import { Newest } from '../../../core/once/newest';
import { receivedFrom } from './received-from';
import { TakeAlongDialog } from './take-along-dialog';

/** 带出评价 on the page of the sheet: takes the case along, and shows who has it along; the lead has it deleted. */
@Component({
  selector: 'lx-taken-devices',
  imports: [RouterLink, TimePipe, TranslocoDirective],
  template: `
    <section *transloco="let t" data-testid="taken-devices">
      <h3>{{ t('takenAlong.title') }}</h3>
      @if (isHere()) {
        <p>
          <a routerLink="/offline" data-testid="open-offline">{{ t('takenAlong.openHere') }}</a>
        </p>
      } @else if (canTake()) {
        @if (isPossible) {
          <button type="button" class="ant-btn" data-testid="take-along" (click)="take()">
            <span>{{ t('takenAlong.take') }}</span>
          </button>
        } @else {
          <p class="muted small">{{ t('takenAlong.impossible') }}</p>
        }
      }
      <ul>
        @for (one of devices(); track one.deviceId) {
          <li data-testid="taken-device">
            {{ t('takenAlong.deviceOf', { name: one.userName, device: one.deviceName }) }}
            <span class="muted small">
              @if (one.endedAs) {
                {{ t('takenAlong.' + one.endedAs, { time: one.endedAt | lxTime }) }}
              } @else {
                {{ t('takenAlong.until', { time: one.until | lxTime }) }}
                {{ t('takenAlong.lastSeen', { time: one.lastSeenAt | lxTime }) }}
              }
            </span>
            @if (received().get(one.deviceId); as came) {
              <span class="small" data-testid="received-from">{{
                t('takenAlong.received', {
                  numbers: came.numbers.join(t('parting.names')),
                  photos: came.photos,
                })
              }}</span>
            }
            @if (!one.endedAs) {
              @if (one.wipeAskedByName; as name) {
                <span class="chip warn">{{ t('takenAlong.wipeAsked', { name }) }}</span>
              } @else if (isLead()) {
                <button
                  type="button"
                  class="ant-btn ant-btn-text"
                  data-testid="wipe-device"
                  [disabled]="busy.isBusy()"
                  (click)="wipe(one)"
                >
                  <span>{{ t('takenAlong.wipe') }}</span>
                </button>
              }
            }
          </li>
        }
      </ul>
    </section>
  `,
  styleUrl: './taken-along.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TakenDevices {
  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly modal = inject(Modal);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly store = inject(SealedStore);
  private readonly newest = new Newest();

  readonly caseId = input.required<string>();
  readonly material = input.required<SheetMaterialDto | null>();
  /** The sheet takes judgements. */
  readonly canTake = input.required<boolean>();
  readonly isLead = input.required<boolean>();

  protected readonly busy = new Busy();
  protected readonly isPossible = inject(ShellOnDevice).isPossible();
  protected readonly devices = signal<readonly CaseDeviceDto[]>([]);
  private readonly findings = signal<readonly FindingDto[]>([]);
  /** What came from each device. */
  protected readonly received = computed(() => receivedFrom(this.findings()));
  private readonly here = signal<ReadonlySet<string>>(new Set());
  protected readonly isHere = computed(() =>
    this.devices().some(({ deviceId, endedAs }) => !endedAs && this.here().has(deviceId)),
  );

  constructor() {
    effect(() => {
      const id = this.caseId();
      untracked(() => void this.read(id));
    });
  }

  protected take(): void {
    const material = this.material();
    if (material === null) return;
    const data = { caseId: this.caseId(), material };
    const dialog = this.modal.open<boolean>(TakeAlongDialog, { data });
    dialog.closed.subscribe((isTaken) => {
      if (isTaken) this.notices.done(this.transloco.translate('takenAlong.taken'));
      void this.read(this.caseId());
    });
  }

  protected async wipe({ deviceId, deviceName, userName }: CaseDeviceDto): Promise<void> {
    const id = this.caseId();
    const say = (key: string): string =>
      this.transloco.translate(`takenAlong.${key}`, { name: userName, device: deviceName });
    const asked = { title: say('wipeSure.title'), text: say('wipeSure.text'), sure: say('wipe') };
    try {
      await this.busy.run(async () => {
        if (!(await this.confirm.isSure(asked))) return;
        await this.api.post('/cases/{id}/devices/{deviceId}/wipe', { id, deviceId });
        await this.read(id);
      }, 'wipe');
    } catch (error) {
      this.notices.failed(error);
    }
  }

  private async read(id: string): Promise<void> {
    const isNewest = this.newest.ask();
    try {
      const devices = await this.api.get('/cases/{id}/devices', { id });
      const here = this.isPossible ? await this.store.list().catch(() => []) : [];
      const findings = devices.length > 0 ? await this.api.get('/cases/{id}/findings', { id }) : [];
      if (!isNewest()) return;
      this.devices.set(devices);
      this.findings.set(findings);
      this.here.set(new Set(here.map((taken) => taken.id)));
    } catch (error) {
      if (isNewest()) this.notices.failed(error);
    }
  }
}
