import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import type { FindingFieldsDto } from '../../../core/api/generated/openapi';
import { waitAfter } from '../../../core/drafts/pauses';
import { problemOf } from '../../../core/errors/problem';
import type { OpenedCase } from '../../../core/offline/opened-case';
import { nameOfPhoto } from '../../../core/offline/own-writing';
import { QuietTimer } from '../../../core/typing/quiet-timer';
import { FindingSender, isRefusal } from './finding-sender';
import {
  type KeptFinding,
  type KeptPhoto,
  refusalOf,
  saysSame,
  stateOf,
  stepOf,
  storedAs,
} from './kept-finding';
import { SealedSheet } from './sealed-sheet';

const PREFIX = 'finding:';

/**
 * The findings of the case that is open, as they wait behind its lock: kept with every change, sent one after the other
 * when there is a network, each finding before its photos. What the server refuses stays, with its reason.
 */
@Injectable()
export class KeptFindings {
  private readonly source = inject(SealedSheet);
  private readonly sender = inject(FindingSender);
  private readonly kept = signal<ReadonlyMap<string, KeptFinding>>(new Map());
  private readonly arrived = signal<readonly KeptFinding[]>([]);
  private readonly timer = new QuietTimer();
  private running: Promise<void> | null = null;
  private failures = 0;

  /** By when they were begun. */
  readonly all = computed(() =>
    [...this.kept().values()].sort((one, other) => one.writtenAt.localeCompare(other.writtenAt)),
  );
  /** Those that arrived since the case was opened; they take further photos. */
  readonly sent = this.arrived.asReadonly();

  constructor() {
    globalThis.addEventListener('online', this.wake);
    inject(DestroyRef).onDestroy(() => {
      globalThis.removeEventListener('online', this.wake);
      this.timer.stop();
    });
  }

  /** Of the case that was opened just now. */
  async read(): Promise<void> {
    const found = await this.source.drafts().readAll<KeptFinding>(PREFIX);
    this.kept.set(new Map(found.map(({ value }) => [value.id, value])));
    this.arrived.set([]);
    void this.run();
  }

  /** As far as it is typed; it is not sent before `finish`. */
  async write(id: string, fields: FindingFieldsDto): Promise<void> {
    const known = this.kept().get(id);
    const begun = { id, writtenAt: new Date().toISOString(), photos: [], stored: null };
    const start = known ?? { ...begun, isTried: false };
    await this.put({ ...start, fields, isWritten: false, refusal: null });
  }

  /** Its person is done with it: it is sent as soon as there is a network, also where it was refused before. */
  async finish(id: string): Promise<void> {
    const found = this.kept().get(id);
    if (!found) return;
    const photos = found.photos.map((photo) => ({ ...photo, refusal: null }));
    await this.put({ ...found, photos, isWritten: true, refusal: null });
    void this.run();
  }

  /** Taken back, or given up, with its photos. */
  async remove(id: string): Promise<void> {
    const photos = this.kept().get(id)?.photos ?? [];
    const opened = this.source.sealedCase();
    this.show((kept) => kept.delete(id));
    await this.source.drafts().remove(PREFIX + id);
    for (const photo of photos) await opened.remove(nameOfPhoto(photo.id));
  }

  /** @throws Error where the browser keeps no more */
  async addPhoto(id: string, { name, content }: { name: string; content: Blob }): Promise<void> {
    const photoId = crypto.randomUUID();
    const bytes = await content.arrayBuffer();
    await this.source.sealedCase().writeBytes(nameOfPhoto(photoId), bytes);
    const { size, type: mediaType } = content;
    const photo = { id: photoId, name, mediaType, size, isTried: false, refusal: null };
    const found = this.kept().get(id) ?? this.arrived().find((one) => one.id === id);
    if (found) await this.put({ ...found, photos: [...found.photos, photo] });
    void this.run();
  }

  async removePhoto(id: string, photoId: string): Promise<void> {
    const isOther = (photo: KeptPhoto) => photo.id !== photoId;
    await this.change(id, (found) => ({ ...found, photos: found.photos.filter(isOther) }));
    await this.source.sealedCase().remove(nameOfPhoto(photoId));
    void this.run();
  }

  /** @throws DamagedError; null: it is gone */
  async photo({ id, mediaType }: KeptPhoto): Promise<Blob | null> {
    const bytes = await this.source.sealedCase().bytes(nameOfPhoto(id));
    return bytes === undefined ? null : new Blob([bytes], { type: mediaType });
  }

  /** Sends what may be sent; asked again while it goes on, it goes on with what came since. */
  run(): Promise<void> {
    this.running ??= this.sendAll().finally(() => (this.running = null));
    return this.running;
  }

  private readonly wake = (): void => void this.run();

  private async sendAll(): Promise<void> {
    this.timer.stop();
    try {
      for (let next = this.next(); next; next = this.next()) {
        const opened = await this.source.reach();
        await this.step(opened, next);
        this.failures = 0;
      }
      const isStuck = this.all().every((finding) => stateOf(finding) !== 'unwritten');
      if (isStuck && this.all().length > 0 && this.source.unsent() === this.all().length)
        await this.source.leaveOver();
    } catch {
      // Deleted meanwhile, or nothing of it is taken any more: a click or a new line tries again.
      if (this.source.taken() === null || this.source.left() !== null) return;
      this.timer.start(waitAfter(this.failures++), this.wake);
    }
  }

  private next(): KeptFinding | undefined {
    return this.all().find((finding) => stepOf(finding).kind !== 'none');
  }

  /** @throws Problem that passes by itself */
  private async step(opened: OpenedCase, finding: KeptFinding): Promise<void> {
    const step = stepOf(finding);
    if (step.kind === 'photo') return this.sendPhoto(opened, finding, step.photo);
    if (step.kind === 'done') return this.end(finding);
    const { id } = finding;
    await this.put({ ...finding, isTried: true });
    try {
      const answer = await this.sender[step.kind === 'change' ? 'change' : 'add'](opened, finding);
      await this.change(id, (now) => storedAs(now, answer));
    } catch (error) {
      const problem = problemOf(error);
      if (!isRefusal(problem)) throw error;
      // What was changed since is tried on its own.
      await this.change(id, (now) => ({
        ...{ ...now, isTried: false },
        refusal: saysSame(now.fields, finding.fields) ? refusalOf(problem) : null,
      }));
    }
  }

  private async sendPhoto(opened: OpenedCase, finding: KeptFinding, photo: KeptPhoto) {
    const set = (values: Partial<KeptPhoto>) =>
      this.change(finding.id, (now) => ({
        ...now,
        photos: now.photos.map((one) => (one.id === photo.id ? { ...one, ...values } : one)),
      }));
    await set({ isTried: true });
    try {
      await this.sender.photo(opened, finding.stored?.number ?? 0, photo);
    } catch (error) {
      const problem = problemOf(error);
      if (!isRefusal(problem)) throw error;
      return set({ isTried: false, refusal: refusalOf(problem) });
    }
    const isOther = ({ id }: KeptPhoto) => id !== photo.id;
    await this.change(finding.id, (now) => ({ ...now, photos: now.photos.filter(isOther) }));
    await opened.remove(nameOfPhoto(photo.id));
  }

  private async end(finding: KeptFinding): Promise<void> {
    this.arrived.update((all) => [...all, finding]);
    await this.remove(finding.id);
  }

  private async change(id: string, make: (found: KeptFinding) => KeptFinding): Promise<void> {
    const found = this.kept().get(id);
    if (found) await this.put(make(found));
  }

  private async put(finding: KeptFinding): Promise<void> {
    this.show((kept) => kept.set(finding.id, finding));
    this.arrived.update((all) => all.filter(({ id }) => id !== finding.id));
    await this.source.drafts().write(PREFIX + finding.id, finding);
  }

  private show(change: (kept: Map<string, KeptFinding>) => void): void {
    const kept = new Map(this.kept());
    change(kept);
    this.kept.set(kept);
  }
}
