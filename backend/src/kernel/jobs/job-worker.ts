import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { setTimeout as wait } from 'node:timers/promises';
import { PgBoss, type JobWithMetadata, type WorkOptions } from 'pg-boss';
import { DataSource } from 'typeorm';
import { Config } from '../../config/config';
import { JOB_KIND, type JobFailure, type JobHandler } from './handles-job';
import { keepHouse, ownContext } from './housekeeping';
import type { JobData, JobKind } from './job';
import { JOBS_SCHEMA } from './job-queue';
import { dueNow, grantTry, startAmongWorkers, WORKER_CONNECTIONS } from './lost-jobs';
import { GIVEN_UP } from './queues';

type TakenJob = JobWithMetadata<JobData>;

interface FoundHandler {
  readonly kind: JobKind<JobData>;
  readonly handler: JobHandler<JobData>;
}

/** A stopping worker lets jobs come to their end for so long; what takes longer begins again elsewhere. */
const graceMilliseconds = 5_000;
/** Housekeeping is asked for at least this often; the queue adds it once per `everyMinutes`. */
const mostMinutesBetweenAsking = 5;

/**
 * One job at a time per call of `work`, so that a slow or failing job concerns no other. NOTIFY tells of new jobs at
 * once; the clock finds those that become due later, such as the next try of a failed one.
 */
const taking = {
  includeMetadata: true,
  pollingIntervalSeconds: 2,
  notifyPollingIntervalSeconds: 2,
  heartbeatRefreshSeconds: 4,
} as const satisfies WorkOptions;

/** Takes jobs from the queue and gives each to its handler. Only the worker program starts it. */
@Injectable()
export class JobWorker implements BeforeApplicationShutdown {
  private readonly logger = new Logger('jobs');
  private boss: PgBoss | undefined;
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly running = new Map<string, Promise<void>>();

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
      connectionString: this.config.databaseDirectUrl || this.config.databaseUrl,
      application_name: WORKER_CONNECTIONS,
      schema: JOBS_SCHEMA,
      max: 4,
      migrate: false,
      createSchema: false,
      schedule: false,
      // Finds the jobs of dead workers.
      superviseIntervalSeconds: 10,
      monitorIntervalSeconds: 10,
      // The indexes belong to the migrator; this role could not rebuild them.
      reindex: false,
      useListenNotify: true,
    });
    boss.on('error', (error) => this.logger.error({ err: error }, 'queue'));
    this.boss = boss;
    const lost = await startAmongWorkers(this.dataSource, boss);
    if (lost > 0) this.logger.warn({ jobs: lost }, 'jobs of a dead worker are tried again');
    const handlers = this.handlers();
    await this.take(boss, GIVEN_UP, 2, (job) => this.giveUp(handlers, job));
    for (const { kind, handler } of handlers) {
      const { everyMinutes, atOnce = everyMinutes === undefined ? 2 : 1 } = kind.options;
      await this.take(boss, kind.name, atOnce, (job) => this.run(kind, handler, job));
      if (everyMinutes !== undefined) this.repeat(boss, kind, everyMinutes);
    }
  }

  private async take(
    boss: PgBoss,
    name: string,
    atOnce: number,
    run: (job: TakenJob) => Promise<void>,
  ): Promise<void> {
    for (let count = 0; count < atOnce; count += 1) {
      let id = '';
      id = await boss.work(name, taking, async (jobs: TakenJob[]) => {
        for (const job of jobs) {
          const running = run(job);
          this.running.set(job.id, running);
          try {
            await running;
          } finally {
            this.running.delete(job.id);
            // Where one job was there may be more: look again now and not after the next interval.
            boss.notifyWorker(id);
          }
        }
      });
    }
  }

  /** Asks for one job now and then; several workers ask for it once together. */
  private repeat(boss: PgBoss, kind: JobKind<JobData>, everyMinutes: number): void {
    const once = { singletonKey: 'all', singletonSeconds: everyMinutes * 60 };
    const ask = (): void => {
      boss.send(kind.name, { context: ownContext() }, once).catch((error: unknown) => {
        this.logger.error({ err: error, job: kind.name }, 'housekeeping');
      });
    };
    ask();
    const minutes = Math.min(everyMinutes, mostMinutesBetweenAsking);
    this.timers.push(setInterval(ask, minutes * 60_000));
  }

  /** One try of a job; its error goes on to the queue, which decides about the next one. */
  async run(
    kind: JobKind<JobData>,
    handler: JobHandler<JobData>,
    job: Pick<TakenJob, 'id' | 'data' | 'signal'>,
  ): Promise<void> {
    const { data, signal } = job;
    const { correlationId, organizationId } = data.context;
    const facts = { job: kind.name, jobId: job.id, correlationId };
    const began = performance.now();
    const ms = (): number => Math.round(performance.now() - began);
    try {
      if (handler.organizationsWithWork && organizationId === '') {
        const organizations = await keepHouse(handler, data, signal, (id, error) =>
          this.logger.error({ ...facts, organizationId: id, err: error }, 'job failed'),
        );
        this.logger.log({ ...facts, organizations, ms: ms() }, 'job done');
        return;
      }
      await handler.handle(data, signal);
      this.logger.log({ ...facts, organizationId, ms: ms() }, 'job done');
    } catch (error) {
      this.logger.error({ ...facts, organizationId, err: error }, 'job failed');
      throw error;
    }
  }

  /** The queue has no try left for a job: whoever waits for it is told. */
  private async giveUp(handlers: readonly FoundHandler[], job: TakenJob): Promise<void> {
    const { correlationId, organizationId } = job.data.context;
    const failure = failureOf(job.sourceOutput);
    const facts = { job: job.sourceName, jobId: job.sourceId, correlationId, organizationId };
    this.logger.error({ ...facts, reason: failure.message }, 'job given up');
    const found = handlers.find(({ kind }) => kind.name === job.sourceName);
    await found?.handler.giveUp?.(job.data, failure);
  }

  /** Before anything that jobs stand on is taken away. */
  async beforeApplicationShutdown(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    const { boss } = this;
    this.boss = undefined;
    if (boss === undefined) return;
    const names = [GIVEN_UP, ...this.handlers().map(({ kind }) => kind.name)];
    await Promise.all(names.map((name) => boss.offWork(name, { wait: false })));
    const ended = Promise.allSettled(this.running.values());
    const grace = new AbortController();
    await Promise.race([
      ended,
      wait(graceMilliseconds, undefined, { signal: grace.signal }).catch(() => undefined),
    ]);
    grace.abort();
    const left = [...this.running.keys()];
    try {
      if (left.length > 0) await grantTry(this.dataSource.manager, left);
      await boss.stop({ graceful: false });
      if (left.length > 0) await dueNow(this.dataSource.manager, left);
    } catch (error) {
      // Without a database there is nothing to give back; the next worker finds the jobs.
      this.logger.error({ err: error }, 'stop');
    }
  }
}

/** What pg-boss stored of an error, or of a job that ran out of time or lost its worker: `{ value: { message } }`. */
function failureOf(output: unknown): JobFailure {
  const stored = output as Partial<JobFailure> & { value?: Partial<JobFailure> | string };
  const { value } = stored ?? {};
  const told = typeof value === 'object' ? value : stored;
  return {
    name: String(told?.name ?? 'Error'),
    message: String(told?.message ?? (typeof value === 'string' ? value : 'unknown')),
  };
}
