import { DamagedError } from './lock';
import { seal, unseal } from './seal';
import type { SealedStore, TakenCase } from './sealed-store';

/** A case that was taken along and is open: its key is in the memory of this page alone. */
export class OpenedCase {
  constructor(
    readonly taken: TakenCase,
    private readonly key: CryptoKey,
    private readonly store: SealedStore,
  ) {}

  /** @throws DamagedError where it is not there or not as it was written */
  async json<T>(name: string): Promise<T> {
    const found = await this.find<T>(name);
    if (found === undefined) throw new DamagedError();
    return found;
  }

  /** @throws DamagedError where it is not as it was written */
  async find<T>(name: string): Promise<T | undefined> {
    const bytes = await this.bytes(name);
    return bytes && (JSON.parse(new TextDecoder().decode(bytes)) as T);
  }

  async bytes(name: string): Promise<ArrayBuffer | undefined> {
    const sealed = await this.store.read(this.taken.id, name);
    return sealed && unseal(this.key, this.placeOf(name), sealed);
  }

  async write(name: string, value: unknown): Promise<void> {
    await this.writeBytes(name, new TextEncoder().encode(JSON.stringify(value)));
  }

  /** @throws DamagedError where the case was deleted meanwhile */
  async writeBytes(name: string, content: ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<void> {
    const sealed = await seal(this.key, this.placeOf(name), content);
    if (!(await this.store.write(this.taken.id, name, sealed))) throw new DamagedError();
  }

  async remove(name: string): Promise<void> {
    await this.store.remove(this.taken.id, name);
  }

  private placeOf(name: string): string {
    return `${this.taken.id}/${name}`;
  }
}
