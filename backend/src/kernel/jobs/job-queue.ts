import {
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { PgBoss, type Db } from 'pg-boss';
import { DataSource, type EntityManager } from 'typeorm';
import type { JobData, JobKind } from './job';

export const JOBS_SCHEMA = 'pgboss';

/** pg-boss on a TypeORM manager: what it sends belongs to that manager's transaction. */
export function bossDatabase(manager: EntityManager): Db {
  return {
    executeSql: async (text, values) => ({
      // pg-boss reads rows only; TypeORM gives [rows, count] for UPDATE and DELETE.
      rows: rowsOf(await manager.query<unknown[] | undefined>(text, values ? [...values] : [])),
    }),
  };
}

function rowsOf(result: unknown[] | undefined): unknown[] {
  // Several statements in one message have no one result.
  if (result === undefined) return [];
  return Array.isArray(result[0]) && typeof result[1] === 'number' ? result[0] : result;
}

/** Background work leaves through here, in the transaction that causes it: what is rolled back never runs. */
@Injectable()
export class JobQueue implements OnApplicationBootstrap, OnApplicationShutdown {
  private boss: PgBoss | undefined;
  private starting: Promise<PgBoss> | undefined;

  constructor(private readonly dataSource: DataSource) {}

  /** @param options.singletonKey while a job of this key waits, another one is not added */
  async enqueue<Data extends JobData>(
    manager: EntityManager,
    kind: JobKind<Data>,
    data: Data,
    options: { readonly singletonKey?: string; readonly startAfterSeconds?: number } = {},
  ): Promise<void> {
    const boss = await this.started();
    await boss.send(kind.name, data, {
      db: bossDatabase(manager),
      ...(options.singletonKey === undefined
        ? {}
        : { singletonKey: options.singletonKey, singletonSeconds: 1 }),
      ...(options.startAfterSeconds === undefined ? {} : { startAfter: options.startAfterSeconds }),
    });
  }

  /** Now rather than inside the first transaction that sends: starting takes a connection of its own. */
  async onApplicationBootstrap(): Promise<void> {
    if (this.dataSource.isInitialized) await this.started();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.boss?.stop({ graceful: false });
  }

  private started(): Promise<PgBoss> {
    this.starting ??= this.start().catch((error: unknown) => {
      this.starting = undefined;
      throw error;
    });
    return this.starting;
  }

  /** This side only sends: no supervision, no schedules, no right to change the schema. */
  private async start(): Promise<PgBoss> {
    const boss = new PgBoss({
      db: bossDatabase(this.dataSource.manager),
      schema: JOBS_SCHEMA,
      migrate: false,
      createSchema: false,
      supervise: false,
      schedule: false,
      registerInstance: false,
    });
    boss.on('error', () => undefined);
    await boss.start();
    this.boss = boss;
    return boss;
  }
}
