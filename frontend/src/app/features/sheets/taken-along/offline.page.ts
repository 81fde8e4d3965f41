import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { OpenOrganization } from '../../../core/api/open-organization';
import { CaseStore } from '../../../core/case/case-store';
import { LocalDrafts } from '../../../core/drafts/local-drafts';
import { TimePipe } from '../../../core/i18n/time.pipe';
import { DeviceContact } from '../../../core/offline/device-contact';
import { WrongPassphraseError } from '../../../core/offline/lock';
import { Opening, WaitError } from '../../../core/offline/opening';
import { SealedStore, type TakenCase } from '../../../core/offline/sealed-store';
import { WatchDevice } from '../../../core/offline/watch-device';
import { Busy } from '../../../core/once/busy';
import { lastRefusal } from '../../../core/once/double-click';
import { SheetPage } from '../sheet.page';
import { SheetSource } from '../sheet-source';
import { FindingExport } from './finding-export';
import { stateOf } from './kept-finding';
import { KeptFindings } from './kept-findings';
import { LeftBehind } from './left-behind';
import { SealedSheet } from './sealed-sheet';
import { TakenDrafts } from './taken-drafts';

/** Why a case did not open. */
interface Refusal {
  readonly id: string;
  readonly why: 'wrong' | 'wait' | 'damaged';
  readonly until: Date | null;
}

/** Cases that were taken along on this machine: chosen, opened by their passphrases and evaluated without a network. */
@Component({
  selector: 'lx-offline-page',
  imports: [LeftBehind, RouterLink, SheetPage, TimePipe, TranslocoDirective],
  providers: [
    CaseStore,
    FindingExport,
    KeptFindings,
    SealedSheet,
    { provide: SheetSource, useExisting: SealedSheet },
    { provide: LocalDrafts, useClass: TakenDrafts },
  ],
  templateUrl: './offline.page.html',
  styleUrl: './taken-along.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OfflinePage {
  private readonly store = inject(SealedStore);
  private readonly opening = inject(Opening);
  private readonly contact = inject(DeviceContact);
  private readonly watch = inject(WatchDevice);
  private readonly organization = inject(OpenOrganization);
  private readonly openCase = inject(CaseStore);
  private readonly findings = inject(KeptFindings);
  protected readonly source = inject(SealedSheet);

  /** `?item=2.4.3`, of the sheet. */
  readonly item = input<string>();

  protected readonly busy = new Busy();
  protected readonly cases = signal<readonly TakenCase[]>([]);
  protected readonly isRead = signal(false);
  protected readonly refusal = signal<Refusal | null>(null);
  /** Findings that were not taken, or whose photos were not. */
  protected readonly refused = computed(() =>
    this.findings.all().filter((one) => ['refused', 'photos_refused'].includes(stateOf(one))),
  );
  /** The one that may be deleted, if the person is sure. */
  protected readonly asked = signal('');

  constructor() {
    effect(() => {
      this.watch.gone();
      this.watch.left();
      untracked(() => void this.read());
    });
    inject(DestroyRef).onDestroy(() => this.source.close());
  }

  protected async open(event: Event, taken: TakenCase, field: HTMLInputElement): Promise<void> {
    event.preventDefault();
    const passphrase = field.value;
    if (passphrase === '') return;
    try {
      await this.busy.run(async () => {
        this.refusal.set(null);
        field.value = '';
        await this.source.open(await this.opening.open(taken.id, passphrase));
        this.organization.id.set(taken.organizationId);
        const found = this.source.case();
        if (found !== null) this.openCase.show(found);
        await this.findings.read();
      }, 'open');
    } catch (error) {
      // What is typed anew may be tried at once.
      lastRefusal.at = performance.now();
      this.refusal.set(refusalOf(taken.id, error));
      await this.read();
    }
  }

  /** The key, and all that is read, leave the memory of the page with it; what was judged stays behind the lock. */
  protected async lock(): Promise<void> {
    await this.source.settled();
    globalThis.location.assign('/offline');
  }

  protected async giveBack(): Promise<void> {
    const taken = this.source.taken();
    if (taken) await this.remove(taken);
  }

  protected async remove(taken: TakenCase): Promise<void> {
    await this.busy.run(async () => {
      const isOpen = this.source.taken()?.id === taken.id;
      await this.contact.remove(taken);
      this.asked.set('');
      if (isOpen) await this.lock();
      else await this.read();
    }, 'remove');
  }

  /** What was not taken along whole is nothing. */
  private async read(): Promise<void> {
    const all = await this.store.list();
    this.cases.set(all.filter(({ isWhole }) => isWhole));
    this.isRead.set(true);
  }
}

function refusalOf(id: string, error: unknown): Refusal {
  if (error instanceof WaitError) return { id, why: 'wait', until: new Date(error.until) };
  return { id, why: error instanceof WrongPassphraseError ? 'wrong' : 'damaged', until: null };
}
