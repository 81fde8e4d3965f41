import { Injectable, computed, inject, signal } from '@angular/core';
import { Api } from '../../../core/api/api';
import type { SheetDto, SheetMaterialDto } from '../../../core/api/generated/openapi';
import type { SentDraft } from '../../../core/drafts/draft-saver';
import { Problem, problemOf } from '../../../core/errors/problem';
import type { OpenedCase } from '../../../core/offline/opened-case';
import { SealedDrafts } from '../../../core/offline/sealed-drafts';
import type { LeftReason } from '../../../core/offline/own-writing';
import { SealedStore, type TakenCase } from '../../../core/offline/sealed-store';
import { WatchDevice } from '../../../core/offline/watch-device';
import { SessionService } from '../../../core/session/session.service';
import type { ScoreContent, ScoredAnswer } from '../score';
import { type FilePlace, SheetSource } from '../sheet-source';
import { type Bundle, keyOfFile, nameOfFile, readBundle } from './bundle';

/** How the open case stands to the server, as far as was seen. */
export type DeviceLine = 'none' | 'signed_out' | 'other_person' | 'live' | 'over' | 'left';

/** How long a contact counts, in milliseconds. */
const CONTACT_COUNTS = 300_000;
/** What does not answer in time is no network, in milliseconds. */
const PATIENCE = 4_000;

const noLine = (): Problem => new Problem('offline', 0, '', '');

/**
 * The sheet of a case that was taken along: read from behind its lock; judgements go to the server when there is one, in
 * the session of their person, and never before contact was made.
 */
@Injectable()
export class SealedSheet extends SheetSource {
  private readonly api = inject(Api);
  private readonly session = inject(SessionService);
  private readonly store = inject(SealedStore);
  private readonly watch = inject(WatchDevice);
  private readonly opened = signal<OpenedCase | null>(null);
  private readonly bundle = signal<Bundle | null>(null);
  private readonly lineSignal = signal<DeviceLine>('none');
  private readonly unsentSignal = signal(0);
  private heardAt = -CONTACT_COUNTS;
  private sealed: SealedDrafts | null = null;

  override readonly isTakenAlong = true;
  readonly line = this.lineSignal.asReadonly();
  readonly unsent = this.unsentSignal.asReadonly();
  /** Null: none is open, or it was deleted. */
  readonly taken = computed(() => {
    const taken = this.opened()?.taken;
    return taken === undefined || this.watch.gone().has(taken.id) ? null : taken;
  });
  /** Why nothing but what was not sent is here; null: all of it is. */
  readonly left = computed<LeftReason | null>(() => {
    const taken = this.taken();
    return taken && (this.watch.left().get(taken.id) ?? taken.left ?? null);
  });
  /** Null: none is open, or what the enterprise handed in was deleted. */
  readonly case = computed(() =>
    this.taken() === null || this.left() !== null ? null : (this.bundle()?.case ?? null),
  );

  /** @throws DamagedError */
  async open(opened: OpenedCase): Promise<void> {
    this.bundle.set(opened.taken.left ? null : await readBundle(opened));
    this.unsentSignal.set(opened.taken.unsent);
    this.sealed = new SealedDrafts(opened, this.store, (unsent) => this.count(unsent));
    this.heardAt = -CONTACT_COUNTS;
    this.lineSignal.set('none');
    this.opened.set(opened);
  }

  /** The key leaves the memory of the page. */
  close(): void {
    this.opened.set(null);
    this.bundle.set(null);
    this.sealed = null;
  }

  /** What was judged last is behind the lock. */
  async settled(): Promise<void> {
    await this.sealed?.settled();
  }

  drafts(): SealedDrafts {
    if (this.sealed === null) throw noLine();
    return this.sealed;
  }

  /** What is kept of the case that is open. @throws Problem of status 0 where none is */
  sealedCase(): OpenedCase {
    return this.opened() ?? this.lose();
  }

  override draftsOf(): string {
    return `taken:${this.opened()?.taken.id ?? ''}:`;
  }

  override bodyName(): string {
    return this.bundle()?.bodyName ?? '';
  }

  override material(): Promise<SheetMaterialDto> {
    const bundle = this.bundle();
    return bundle ? Promise.resolve(bundle.material) : Promise.reject(noLine());
  }

  /** As the server has it, where it answers in time; else as it was. */
  override async sheet(id: string): Promise<SheetDto> {
    const bundle = this.bundle();
    if (bundle === null) throw noLine();
    const fresh = this.reach().then(async (opened) => {
      const { organizationId } = opened.taken;
      const sheet = await this.api.get('/cases/{id}/sheet', { organizationId, id });
      await this.keep(opened, sheet);
      return sheet;
    });
    const patience = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE));
    const answered = await Promise.race([fresh.catch(() => null), patience]);
    return answered ?? this.bundle()?.sheet ?? bundle.sheet;
  }

  override recorder(id: string) {
    return async (
      itemId: string,
      { content, version, idempotencyKey }: SentDraft<ScoreContent>,
    ): Promise<ScoredAnswer> => {
      const opened = await this.reach();
      const { organizationId } = opened.taken;
      try {
        const answer = await this.api.put('/cases/{id}/sheet/answers/{itemId}', {
          ...{ organizationId, id, itemId, ifMatch: version, idempotencyKey },
          body: content,
        });
        await this.accept(opened, answer);
        return answer;
      } catch (error) {
        if (problemOf(error).isOffline) this.lose();
        throw error;
      }
    };
  }

  override async file({ file }: FilePlace): Promise<Blob> {
    const place = this.bundle()?.files.indexOf(keyOfFile(file)) ?? -1;
    const bytes = place < 0 ? undefined : await this.opened()?.bytes(nameOfFile(place));
    if (bytes === undefined) throw noLine();
    return new Blob([bytes], { type: file.mediaType });
  }

  override urlOf(): null {
    return null;
  }

  /** The server, the session of its person, and its word that the case stays. @throws Problem of status 0 */
  async reach(): Promise<OpenedCase> {
    const opened = this.opened();
    if (opened === null || !navigator.onLine) return this.lose();
    if (performance.now() - this.heardAt < CONTACT_COUNTS) return opened;
    const line = await this.lineOf(opened.taken).catch(() => 'none' as const);
    if (line !== 'live' && line !== 'over') return this.lose(line);
    this.lineSignal.set(line);
    this.heardAt = performance.now();
    return opened;
  }

  /** @throws Problem */
  private async lineOf(taken: TakenCase): Promise<DeviceLine> {
    await this.session.reload();
    const user = this.session.user();
    if (user?.id !== taken.userId) return user ? 'other_person' : 'signed_out';
    const verdict = await this.watch.check(taken);
    if (verdict === 'gone') return 'none';
    return verdict === 'stays' ? 'live' : verdict;
  }

  private lose(line: DeviceLine = 'none'): never {
    this.heardAt = -CONTACT_COUNTS;
    this.lineSignal.set(line);
    throw noLine();
  }

  /** Its time is over, and nothing of what waits will be taken. */
  async leaveOver(): Promise<void> {
    const taken = this.taken();
    if (taken && this.line() === 'over') await this.watch.leave(taken, 'over');
  }

  private count(unsent: number): void {
    this.unsentSignal.set(unsent);
    const taken = this.opened()?.taken;
    if (taken && unsent === 0 && this.line() === 'over') void this.watch.wipe(taken, 'over');
  }

  private accept(opened: OpenedCase, answer: ScoredAnswer): Promise<void> {
    const sheet = this.bundle()?.sheet;
    if (sheet === undefined) return Promise.resolve();
    const isOther = ({ itemId }: { readonly itemId: string }) => itemId !== answer.itemId;
    return this.keep(opened, {
      ...sheet,
      answers: [...sheet.answers.filter(isOther), answer],
      self: [...sheet.self.filter(isOther), ...(answer.self ? [answer.self] : [])],
    });
  }

  private async keep(opened: OpenedCase, sheet: SheetDto): Promise<void> {
    if (this.opened() === opened) this.bundle.update((bundle) => bundle && { ...bundle, sheet });
    await opened.write('sheet', sheet);
  }
}
