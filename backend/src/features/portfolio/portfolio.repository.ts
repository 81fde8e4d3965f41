import { Injectable } from '@nestjs/common';
import type { Area, ClientParts, DueKind, NextDue, PortfolioClient } from '@liangxing/contracts';
import { TenantDatabase, type Grant, type RequestContext } from '../../kernel';
import type { ClientMonth, DueOfClient } from './portfolio';

interface ClientRow {
  readonly id: string;
  readonly name: string;
  readonly readable: Area[];
  readonly ends_at: Date;
  readonly read_at: Date | null;
  /** As JSON. */
  readonly parts: string;
  readonly next_due: NextDue | null;
  readonly active_at: Date | null;
  readonly consultants: string[];
}

/** A client of a list as it leaves. */
export interface WrittenClient {
  readonly id: string;
  /** A PortfolioClient. */
  readonly json: string;
}

interface DueRow {
  readonly client_id: string;
  readonly client_name: string;
  readonly kind: DueKind;
  readonly subject_id: string;
  readonly due_on: string;
  readonly title: string;
  readonly owner: string;
  readonly number: number | null;
}

const CLIENTS = 'app.portfolio($1::uuid, $2::uuid, $3::integer)';
const FIELDS = `SELECT * FROM ${CLIENTS}`;

/** In JSON, as `Date.toISOString` writes it. */
const instant = (column: string): string =>
  `coalesce('"' || to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"', 'null')`;

/** Each property in JSON. */
const TEXTS: Readonly<Record<keyof PortfolioClient, string>> = {
  id: 'to_json(id)',
  name: 'to_json(name)',
  readable: 'to_json(readable)',
  endsAt: instant('ends_at'),
  readAt: instant('read_at'),
  parts: 'parts',
  next: `coalesce(next_due::text, 'null')`,
  activeAt: instant('active_at'),
  consultants: 'to_json(consultants)',
};

/** Each client as one text: of hundreds the server would build thousands of values only to write them again. */
const WRITTEN = `SELECT id, '{' || ${Object.entries(TEXTS)
  .map(([name, text]) => `'"${name}":' || ${text}`)
  .join(` || ',' || `)} || '}' AS json FROM ${CLIENTS}`;
const DATES = `SELECT client_id, client_name, kind, subject_id, due_on::text, title, owner, number
  FROM app.portfolio_dates($1::uuid, $2::date, $3::date, $4::integer)`;
const MONTHS = `SELECT month::text, assessment, overdue, expired FROM app.portfolio_months($1::uuid)`;

const GRANT = `SELECT id, readable, writable, ends_at AS until FROM app.grants_of_person()
  WHERE data_id = $1::uuid AND acting_id = $2::uuid`;

/** SQL: a consultancy reaches its clients' figures through the narrow functions of the database alone, in one message. */
@Injectable()
export class PortfolioRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** By their ids. @param behind those whose id is larger */
  async clients(
    context: RequestContext,
    behind: string | null,
    most: number,
  ): Promise<PortfolioClient[]> {
    return this.read(context, [null, behind, most]);
  }

  /** The same clients in the same order as JSON, to be passed on. */
  written(context: RequestContext, behind: string | null, most: number): Promise<WrittenClient[]> {
    return this.database.readSingle<WrittenClient>(context, WRITTEN, [null, behind, most]);
  }

  /** Null where no live grant of that client is found. */
  async client(context: RequestContext, id: string): Promise<PortfolioClient | null> {
    return (await this.read(context, [id, null, 1]))[0] ?? null;
  }

  /** By which the person works for that client; null: by none. */
  async grant(context: RequestContext, clientId: string): Promise<Grant | null> {
    const parameters = [clientId, context.organizationId];
    return (await this.database.readSingle<Grant>(context, GRANT, parameters))[0] ?? null;
  }

  /**
   * The earliest first.
   * @param from the first day; null: whatever is due before `before`
   * @param clientId of one client alone
   */
  async dates(
    context: RequestContext,
    from: string | null,
    before: string,
    most: number,
    clientId: string | null = null,
  ): Promise<DueOfClient[]> {
    const parameters = [clientId, from, before, most];
    const rows = await this.database.readSingle<DueRow>(context, DATES, parameters);
    return rows.map((row) => ({
      clientId: row.client_id,
      clientName: row.client_name,
      kind: row.kind,
      subjectId: row.subject_id,
      dueOn: row.due_on,
      title: row.title,
      owner: row.owner,
      number: row.number,
    }));
  }

  /** The earliest first; a month in which nothing was worked out is left out. */
  months(context: RequestContext, clientId: string): Promise<ClientMonth[]> {
    return this.database.readSingle<ClientMonth>(context, MONTHS, [clientId]);
  }

  private async read(
    context: RequestContext,
    parameters: readonly (string | number | null)[],
  ): Promise<PortfolioClient[]> {
    const rows = await this.database.readSingle<ClientRow>(context, FIELDS, parameters);
    return rows.map((row) => ({
      id: row.id,
      name: row.name,
      readable: row.readable,
      endsAt: row.ends_at.toISOString(),
      readAt: row.read_at?.toISOString() ?? null,
      parts: JSON.parse(row.parts) as ClientParts,
      next: row.next_due,
      activeAt: row.active_at?.toISOString() ?? null,
      consultants: row.consultants,
    }));
  }
}
