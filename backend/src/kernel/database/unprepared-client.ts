import pg from 'pg';

/**
 * Keeps no statement prepared, whoever names one. For a pooler of transactions: the next one may come to a connection on
 * which a statement of that name is unknown, or is somebody else's.
 */
export class UnpreparedClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    const query = this.query.bind(this) as (asked: unknown, ...more: unknown[]) => unknown;
    // An own property rather than a method: pg declares a dozen signatures of it.
    Object.assign(this, {
      query: (asked: unknown, ...more: unknown[]) => query(unnamed(asked), ...more),
    });
  }
}

function unnamed(asked: unknown): unknown {
  if (typeof asked !== 'object' || asked === null || 'submit' in asked) return asked;
  return { ...asked, name: undefined };
}
