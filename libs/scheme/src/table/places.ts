import type { CellPlace } from './table-problem';

/** From a part of the document (JSON pointer) to the cell where it was written, and which of its numbers were refused. */
export class Places {
  private readonly cells = new Map<string, CellPlace>();
  private readonly broken: string[] = [];

  set(pointer: string, place: CellPlace): void {
    this.cells.set(pointer, place);
  }

  /** A refused number or id: whatever is computed from it would only repeat its problem. */
  break(pointer: string): void {
    this.broken.push(pointer);
  }

  /** The cell of this part, or of the nearest part around it. */
  find(pointer: string): CellPlace | undefined {
    for (let path = pointer; path !== ''; path = path.slice(0, path.lastIndexOf('/'))) {
      const place = this.cells.get(path);
      if (place) return place;
    }
    return undefined;
  }

  /** True where a refused value stands in the part itself. */
  isBrokenBelow(pointer: string): boolean {
    return this.broken.some((path) => path === pointer || path.startsWith(`${pointer}/`));
  }

  /** True where the sum of this part, or one of the points that it is made of, was refused. */
  isSumBroken(pointer: string): boolean {
    const around = pointer.slice(0, pointer.lastIndexOf('/'));
    const parts = new RegExp(`^${around}/(sections|groups|items)/\\d+/points$`);
    return this.broken.some((path) => path === pointer || parts.test(path));
  }
}
