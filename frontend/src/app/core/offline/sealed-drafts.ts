import type { LocalDrafts } from '../drafts/local-drafts';
import type { OpenedCase } from './opened-case';
import { DRAFTS } from './own-writing';
import type { SealedStore } from './sealed-store';

type Kept = Readonly<Record<string, unknown>>;

/**
 * What was typed of a case that was taken along and is not yet acknowledged by the server, behind its lock; in place of
 * `LocalDrafts`. How many there are is known in clear, for it is told where they have to be deleted.
 */
export class SealedDrafts implements Pick<LocalDrafts, 'read' | 'readAll' | 'write' | 'remove'> {
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly opened: OpenedCase,
    private readonly store: Pick<SealedStore, 'change'>,
    private readonly onCount: (unsent: number) => void = () => undefined,
  ) {}

  async read<T>(key: string): Promise<T | undefined> {
    return (await this.kept())[key] as T | undefined;
  }

  async readAll<T>(prefix: string): Promise<readonly { key: string; value: T }[]> {
    return Object.entries(await this.kept())
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, value]) => ({ key, value: value as T }));
  }

  write<T>(key: string, value: T): Promise<void> {
    return this.change((kept) => ({ ...kept, [key]: value }));
  }

  remove(key: string): Promise<void> {
    return this.change(({ [key]: _gone, ...kept }) => kept);
  }

  /** What was asked for so far is written, or has failed. */
  async settled(): Promise<void> {
    await this.last.catch(() => undefined);
  }

  private async kept(): Promise<Kept> {
    await this.settled();
    return this.stored();
  }

  private async stored(): Promise<Kept> {
    return (await this.opened.find<Kept>(DRAFTS)) ?? {};
  }

  /** One after another: each is made on what the one before left. */
  private change(make: (kept: Kept) => Kept): Promise<void> {
    const made = this.last
      .catch(() => undefined)
      .then(async () => {
        const kept = make(await this.stored());
        await this.opened.write(DRAFTS, kept);
        const unsent = Object.keys(kept).length;
        await this.store.change(this.opened.taken.id, { unsent });
        this.onCount(unsent);
      });
    this.last = made;
    return made;
  }
}
