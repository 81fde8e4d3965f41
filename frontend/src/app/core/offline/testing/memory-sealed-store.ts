import { isOwnWriting, type LeftReason } from '../own-writing';
import type { Sealed } from '../seal';
import type { SealedStore, TakenCase } from '../sealed-store';

/** `SealedStore` without a browser's database. */
export class MemorySealedStore implements Pick<
  SealedStore,
  'list' | 'find' | 'add' | 'change' | 'read' | 'write' | 'remove' | 'strip' | 'wipe'
> {
  readonly cases = new Map<string, TakenCase>();
  readonly sealed = new Map<string, Sealed>();

  async list(): Promise<readonly TakenCase[]> {
    return [...this.cases.values()];
  }

  async find(id: string): Promise<TakenCase | undefined> {
    return this.cases.get(id);
  }

  async add(taken: TakenCase): Promise<void> {
    this.cases.set(taken.id, taken);
  }

  async change(id: string, values: Partial<TakenCase>): Promise<void> {
    const found = this.cases.get(id);
    if (found) this.cases.set(id, { ...found, ...values });
  }

  async read(id: string, name: string): Promise<Sealed | undefined> {
    return this.sealed.get(`${id}/${name}`);
  }

  async write(id: string, name: string, sealed: Sealed): Promise<boolean> {
    if (this.cases.has(id)) this.sealed.set(`${id}/${name}`, sealed);
    return this.cases.has(id);
  }

  async remove(id: string, name: string): Promise<void> {
    this.sealed.delete(`${id}/${name}`);
  }

  async strip(id: string, left: LeftReason): Promise<void> {
    await this.change(id, { left });
    for (const name of [...this.sealed.keys()])
      if (name.startsWith(`${id}/`) && !isOwnWriting(name.slice(id.length + 1)))
        this.sealed.delete(name);
  }

  async wipe(id: string): Promise<void> {
    this.cases.delete(id);
    for (const name of [...this.sealed.keys()])
      if (name.startsWith(`${id}/`)) this.sealed.delete(name);
  }
}
