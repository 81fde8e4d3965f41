/**
 * A long list read in pages: knows its length, holds the pages seen last, asks for the ones it lacks.
 * Answers that come after a newer question are dropped.
 */
export class PageCache<Row extends { readonly id: string }> {
  private readonly pages = new Map<number, readonly Row[]>();
  private readonly asked = new Set<number>();
  private question = 0;

  /**
   * @param size rows of a page
   * @param most pages kept; the oldest go first
   */
  constructor(
    private readonly read: (
      offset: number,
      limit: number,
    ) => Promise<{ total: number; rows: readonly Row[] }>,
    readonly size = 200,
    private readonly most = 30,
  ) {}

  /** Forgets everything; the next `load` asks anew. */
  clear(): void {
    this.question += 1;
    this.pages.clear();
    this.asked.clear();
  }

  row(index: number): Row | undefined {
    return this.pages.get(Math.floor(index / this.size))?.[index % this.size];
  }

  /** Puts a changed row in the place of the old one. */
  replace(row: Row): void {
    for (const [page, rows] of this.pages) {
      const at = rows.findIndex(({ id }) => id === row.id);
      if (at >= 0) this.pages.set(page, rows.with(at, row));
    }
  }

  /**
   * Sees to it that the rows from `first` to `last` are here.
   * @returns the length of the whole list, or undefined when nothing had to be asked
   */
  async load(first: number, last: number): Promise<number | undefined> {
    const question = this.question;
    const wanted: number[] = [];
    for (let page = Math.floor(first / this.size); page <= Math.floor(last / this.size); page++) {
      if (!this.asked.has(page)) wanted.push(page);
    }
    let total: number | undefined;
    await Promise.all(
      wanted.map(async (page) => {
        this.asked.add(page);
        try {
          const answer = await this.read(page * this.size, this.size);
          if (question !== this.question) return;
          this.keep(page, answer.rows);
          total = answer.total;
        } catch (error) {
          this.asked.delete(page);
          throw error;
        }
      }),
    );
    return total;
  }

  private keep(page: number, rows: readonly Row[]): void {
    this.pages.set(page, rows);
    if (this.pages.size <= this.most) return;
    const oldest = this.pages.keys().next().value;
    if (oldest === undefined) return;
    this.pages.delete(oldest);
    this.asked.delete(oldest);
  }
}
