import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { randomUUID } from 'node:crypto';
import { PgBoss, type JobWithMetadata } from 'pg-boss';
import { DataSource } from 'typeorm';
import type { JobContext } from '../access/request-context';
import { Config } from '../../config/config';
import { JOB_KIND, type JobHandler } from './handles-job';
import type { JobData, JobKind } from './job';
import { JOBS_SCHEMA } from './job-queue';

type TakenJob = Pick<
  JobWithMetadata<JobData>,
  'id' | 'data' | 'signal' | 'retryCount' | 'retryLimit'
>;

interface FoundHandler {
  readonly kind: JobKind<JobData>;
  readonly handler: JobHandler<JobData>;
}

/** Takes jobs from the queue and gives each to its handler. Only the worker program starts it. */
@Injectable()
export class JobWorker implements OnApplicationShutdown {
  private readonly logger = new Logger('jobs');
  private boss: PgBoss | undefined;
  private readonly timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly config: Config,
    private readonly dataSource: DataSource,
  ) {}

  /** Every provider with `@HandlesJob`. */
  handlers(): FoundHandler[] {
    return this.discovery.getProviders().flatMap(({ metatype, instance }) => {
      if (typeof metatype !== 'function' || !instance) return [];
      const kind = Reflect.getMetadata(JOB_KIND, metatype) as JobKind<JobData> | undefined;
      return kind === undefined ? [] : [{ kind, handler: instance as JobHandler<JobData> }];
    });
  }

  async start(): Promise<void> {
    const boss = new PgBoss({
      connectionString: this.config.databaseUrl,
      application_name: 'liangxing jobs',
      schema: JOBS_SCHEMA,
      max: 4,
      migrate: false,
      createSchema: false,
      schedule: true,
      // The indexes belong to the migrator; this role could not rebuild them.
      reindex: false,
      useListenNotify: true,
    });
    boss.on('error', (error) => this.logger.error({ err: error }, 'queue'));
    await boss.start();
    this.boss = boss;
    for (const { kind, handler } of this.handlers()) {
      const options = { pollingIntervalSeconds: 2, includeMetadata: true } as const;
      await boss.work(kind.name, options, async (jobs: TakenJob[]) => {
        for (const job of jobs) await this.run(kind, handler, job);
      });
      if (kind.options.everyMinutes !== undefined) this.repeat(kind, kind.options.everyMinutes);
    }
  }

  /** Asks for a job in every organization, or once, now and then; several workers ask for it once together. */
  private repeat(kind: JobKind<JobData>, everyMinutes: number): void {
    const seconds = everyMinutes * 60;
    const ask = () =>
      (kind.options.isForAll === true
        ? this.askFor(kind, '', seconds)
        : this.askEverywhere(kind, seconds)
      ).catch((error: unknown) =>
        this.logger.error({ err: error, job: kind.name }, 'housekeeping'),
      );
    void ask();
    this.timers.push(setInterval(() => void ask(), everyMinutes * 60_000));
  }

  /** @returns how many organizations were asked */
  async askEverywhere(kind: JobKind<JobData>, singletonSeconds: number): Promise<number> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      'SELECT app.organization_ids() AS id',
    );
    for (const { id } of rows) await this.askFor(kind, id, singletonSeconds);
    return rows.length;
  }

  private async askFor(
    kind: JobKind<JobData>,
    organizationId: string,
    singletonSeconds: number,
  ): Promise<unknown> {
    const context: JobContext = {
      userId: '',
      userName: 'system',
      organizationId,
      correlationId: randomUUID(),
      language: 'zh-CN',
    };
    const singletonKey = organizationId === '' ? 'all' : organizationId;
    return this.boss?.send(kind.name, { context }, { singletonKey, singletonSeconds });
  }

  async onApplicationShutdown(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    await this.boss?.stop({ graceful: true, timeout: 20_000 });
  }

  /** One try of a job; its error goes on to the queue, which decides about the next one. */
  async run(kind: JobKind<JobData>, handler: JobHandler<JobData>, job: TakenJob): Promise<void> {
    const { correlationId, organizationId } = job.data.context;
    const facts = { job: kind.name, jobId: job.id, correlationId, organizationId };
    const began = performance.now();
    try {
      await handler.handle(job.data, job.signal);
      this.logger.log({ ...facts, ms: Math.round(performance.now() - began) }, 'job done');
    } catch (error) {
      const isLast = job.retryCount >= job.retryLimit;
      this.logger.error({ ...facts, isLast, err: error }, 'job failed');
      if (isLast) await handler.giveUp?.(job.data, error);
      throw error;
    }
  }
}
