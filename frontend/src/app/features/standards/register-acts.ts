import { Injectable, computed, inject, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { MOST_STANDARDS_AT_ONCE } from '@liangxing/contracts';
import { Api } from '../../core/api/api';
import { Notices } from '../../core/errors/notices';
import { Busy } from '../../core/once/busy';
import { countOf, isEverything, NOTHING, selectionOf, toggled } from './chosen-rows';
import { RegisterStore } from './register-store';
import type { Selection, SharedChange } from './standard';

/** What can be taken back, in words. */
interface LastAct {
  readonly id: string;
  readonly text: string;
}

/** Rows that are chosen, what is done to all of them at once, and its undo. */
@Injectable()
export class RegisterActs {
  private readonly store = inject(RegisterStore);
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly chosen = signal(NOTHING);
  private readonly lastAct = signal<LastAct | null>(null);

  readonly busy = new Busy();
  /** Apart: an undo may follow at once. */
  readonly undoing = new Busy();
  readonly last = this.lastAct.asReadonly();
  readonly isEverything = computed(() => isEverything(this.chosen(), this.store.query()));
  readonly count = computed(() =>
    countOf(this.chosen(), this.store.query(), this.store.total() ?? 0),
  );
  readonly most = MOST_STANDARDS_AT_ONCE;

  isChosen(id: string): boolean {
    return this.isEverything() || this.chosen().ids.has(id);
  }

  toggle(id: string): void {
    this.chosen.update((chosen) => toggled(chosen, id, this.store.query()));
  }

  /** All that the filter finds, also what was never shown; or nothing. */
  toggleEverything(): void {
    const everythingOf = this.isEverything() ? null : this.store.query();
    this.chosen.set({ ...NOTHING, everythingOf });
  }

  clear(): void {
    this.chosen.set(NOTHING);
  }

  /** @param ids these, whatever is chosen */
  async remove(ids?: readonly string[]): Promise<void> {
    await this.act('remove', ids ? { ids } : this.selection(), async (selection) => {
      const { deleted, actId } = await this.api.post('/standards/bulk-delete', { body: selection });
      return { actId, text: this.say('removed', deleted) };
    });
  }

  async edit(change: SharedChange): Promise<void> {
    await this.act(JSON.stringify(change), this.selection(), async (selection) => {
      const body = { ...selection, change };
      const { changed, actId } = await this.api.post('/standards/bulk-edit', { body });
      return { actId, text: this.say('edited', changed) };
    });
  }

  async undo(): Promise<void> {
    const last = this.lastAct();
    if (!last || this.busy.isBusy()) return;
    await this.undoing.run(async () => {
      try {
        const { restored, kept } = await this.api.post('/standards/acts/{actId}/undo', {
          actId: last.id,
        });
        const text = this.say('undone', restored);
        this.notices.done(kept > 0 ? `${text}${this.say('undoneKept', kept)}` : text);
      } catch (error) {
        this.notices.failed(error);
      }
      this.lastAct.set(null);
      await this.store.changed();
    }, last.id);
  }

  private async act(
    what: string,
    selection: Selection,
    work: (selection: Selection) => Promise<{ actId: string | null; text: string }>,
  ): Promise<void> {
    await this.busy.run(
      async () => {
        try {
          const { actId, text } = await work(selection);
          this.clear();
          this.lastAct.set(actId === null ? null : { id: actId, text });
          const label = this.transloco.translate('actions.undo');
          this.notices.done(
            text,
            actId === null ? undefined : { label, run: () => void this.undoAct(actId) },
          );
        } catch (error) {
          this.notices.failed(error);
        }
        await this.store.changed();
      },
      `${what} ${JSON.stringify(selection)}`,
    );
  }

  /** The notice of an earlier act does not take back a later one. */
  private async undoAct(id: string): Promise<void> {
    const last = this.lastAct();
    this.lastAct.set({ id, text: last?.text ?? '' });
    await this.undo();
    if (last && last.id !== id) this.lastAct.set(last);
  }

  private selection(): Selection {
    return selectionOf(this.chosen(), this.store.query(), this.store.total() ?? 0);
  }

  private say(key: string, count: number): string {
    return this.transloco.translate(`standards.acts.${key}`, { count });
  }
}
