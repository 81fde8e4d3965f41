import { Injectable, inject, signal } from '@angular/core';
import { HttpContext } from '@angular/common/http';
import { Api } from '../../../core/api/api';
import { WITHOUT_REAUTHENTICATION } from '../../../core/api/reauthentication';
import { DeviceContact } from '../../../core/offline/device-contact';
import { newLock } from '../../../core/offline/lock';
import { OpenedCase } from '../../../core/offline/opened-case';
import { SealedStore, type TakenCase } from '../../../core/offline/sealed-store';
import { ShellOnDevice } from '../../../core/offline/shell-on-device';
import { CurrentOrganization } from '../../../core/session/current-organization';
import { SessionService } from '../../../core/session/session.service';
import { type MaterialFile, ServerSheet } from '../sheet-source';
import { type Bundle, keyOfFile, nameOfFile, writeBundle } from './bundle';

/** What somebody wants to take along. */
export interface Wanted {
  readonly caseId: string;
  readonly passphrase: string;
  readonly deviceName: string;
  readonly days: number;
  readonly files: readonly MaterialFile[];
}

/** How far it is: of so many things so many are here. */
export interface Progress {
  readonly done: number;
  readonly of: number;
}

/** Takes a case along: the application, the case, its sheet and the chosen files, all behind a passphrase. */
@Injectable()
export class TakeAlong {
  private readonly api = inject(Api);
  private readonly server = inject(ServerSheet);
  private readonly session = inject(SessionService);
  private readonly organization = inject(CurrentOrganization);
  private readonly shell = inject(ShellOnDevice);
  private readonly store = inject(SealedStore);
  private readonly contact = inject(DeviceContact);
  private readonly silent = new HttpContext().set(WITHOUT_REAUTHENTICATION, true);

  readonly progress = signal<Progress | null>(null);

  /** All or nothing. @throws Problem, and whatever the browser says where it keeps no more */
  async run(wanted: Wanted): Promise<void> {
    this.progress.set({ done: 0, of: wanted.files.length + 3 });
    let taken: TakenCase | null = null;
    try {
      const { lock, key } = await newLock(wanted.passphrase);
      await this.shell.keep();
      this.step();
      const bundle = await this.read(wanted);
      taken = await this.announce(wanted, bundle, lock);
      await this.store.add(taken);
      const opened = new OpenedCase(taken, key, this.store);
      await writeBundle(opened, bundle);
      this.step();
      for (const [place, file] of wanted.files.entries()) {
        const at = { caseId: wanted.caseId, material: bundle.material.material, file };
        const content = await this.server.file(at);
        await opened.writeBytes(nameOfFile(place), await content.arrayBuffer());
        this.step();
      }
      await this.store.change(taken.id, { isWhole: true });
      // Asked for, not needed: a full disk then spares what is kept here.
      await navigator.storage.persist().catch(() => false);
      this.step();
    } catch (error) {
      if (taken) await this.contact.remove(taken).catch(() => undefined);
      throw error;
    } finally {
      this.progress.set(null);
    }
  }

  private async read({ caseId: id, files }: Wanted): Promise<Bundle> {
    return {
      case: await this.api.get('/cases/{id}', { id, context: this.silent }),
      material: await this.server.material(id),
      sheet: await this.server.sheet(id),
      bodyName: this.server.bodyName(),
      files: files.map(keyOfFile),
    };
  }

  private async announce(
    { caseId, deviceName, days }: Wanted,
    bundle: Bundle,
    lock: TakenCase['lock'],
  ): Promise<TakenCase> {
    const id = crypto.randomUUID();
    const body = { deviceId: id, deviceName, days };
    const { takenAt, until } = await this.api.post('/cases/{id}/devices', { id: caseId, body });
    return {
      ...{ id, caseId, takenAt, until, lock, deviceName: deviceName.trim() },
      organizationId: this.organization.id(),
      userId: this.session.user()?.id ?? '',
      number: bundle.case.number,
      ...{ isWhole: false, failures: 0, waitsUntil: 0, unsent: 0 },
    };
  }

  private step(): void {
    this.progress.update((progress) => progress && { ...progress, done: progress.done + 1 });
  }
}
