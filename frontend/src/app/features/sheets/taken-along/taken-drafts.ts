import { Injectable, inject } from '@angular/core';
import { LocalDrafts } from '../../../core/drafts/local-drafts';
import { SealedSheet } from './sealed-sheet';

/** What was typed of the case that is open, behind its lock; in place of what lies on this machine in clear. */
@Injectable()
export class TakenDrafts extends LocalDrafts {
  private readonly source = inject(SealedSheet);

  override async read<T>(key: string): Promise<T | undefined> {
    return this.source.drafts().read<T>(key);
  }

  override async readAll<T>(prefix: string): Promise<readonly { key: string; value: T }[]> {
    return this.source.drafts().readAll<T>(prefix);
  }

  override async write<T>(key: string, value: T): Promise<void> {
    await this.source.drafts().write(key, value);
  }

  override async remove(key: string): Promise<void> {
    await this.source.drafts().remove(key);
  }
}
