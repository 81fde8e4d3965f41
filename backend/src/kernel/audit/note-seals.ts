import { Injectable, Logger } from '@nestjs/common';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { sha256Of } from '../sha256';
import { Config } from '../../config/config';
import { TenantDatabase } from '../database/tenant-database';
import { HandlesJob, type JobHandler } from '../jobs/handles-job';
import { jobKind, type JobData } from '../jobs/job';
import { organizationStream, PLATFORM_STREAMS, type AuditStream } from './audit-stream';
import { notedSealText, parseNotedSeals, type NotedSeal } from './noted-seals';

/**
 * Notes the newest seals outside of the database, one file a day: whoever may change the database alone cannot cut or
 * rewrite a chain behind them.
 */
export const NOTE_SEALS = jobKind<JobData>('audit.note', { everyMinutes: 60 });

/** Where the notes lie, below DATA_DIR. */
export const NOTES_FOLDER = 'audit-seals';

const newestOf = ({
  seals,
  key,
}: AuditStream): string => `SELECT ${key}::text AS chain, number, sha256 FROM ${seals}
  WHERE ${key} = $1 AND sealed_at > now() - interval '3 days' ORDER BY number DESC LIMIT 1`;

@Injectable()
@HandlesJob(NOTE_SEALS)
export class NoteSeals implements JobHandler<JobData> {
  private readonly logger = new Logger('audit');

  constructor(
    private readonly dataSource: DataSource,
    private readonly database: TenantDatabase,
    private readonly config: Config,
  ) {}

  /** The first run of a day writes; a note is never written over. */
  async handle(): Promise<void> {
    const folder = join(this.config.dataDir, NOTES_FOLDER);
    const file = join(folder, `${new Date().toISOString().slice(0, 10)}.txt`);
    if (existsSync(file)) return;
    const text = (await this.newest()).map((seal) => `${notedSealText(seal)}\n`).join('');
    if (text === '') return;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    // It appears whole or not at all.
    const unfinished = `${file}.${process.pid}`;
    await writeFile(unfinished, text, { mode: 0o600 });
    await rename(unfinished, file);
    const sha256 = sha256Of(text);
    // The log goes elsewhere in most places: with this hash it vouches for the file.
    this.logger.log({ file, sha256 }, 'audit seals noted');
  }

  /** Chains without a new seal stay as the earlier notes say. */
  private async newest(): Promise<NotedSeal[]> {
    const ids = await this.dataSource.query<{ id: string }[]>(
      'SELECT app.organization_ids() AS id ORDER BY 1',
    );
    const seals: NotedSeal[] = [];
    for (const { id: organizationId } of ids) {
      const stream = organizationStream(organizationId);
      const scope = { organizationId, userId: '' };
      seals.push(
        ...(await this.database.readSingle<NotedSeal>(scope, newestOf(stream), [stream.id])),
      );
    }
    for (const stream of PLATFORM_STREAMS)
      seals.push(...(await this.dataSource.query<NotedSeal[]>(newestOf(stream), [stream.id])));
    return seals;
  }
}

/** All seals that were noted below a data folder. */
export async function readNotes(dataDir: string): Promise<NotedSeal[]> {
  const folder = join(dataDir, NOTES_FOLDER);
  if (!existsSync(folder)) return [];
  const names = await readdir(folder);
  const noted: NotedSeal[] = [];
  for (const name of names.filter((candidate) => candidate.endsWith('.txt')).sort())
    noted.push(...parseNotedSeals(await readFile(join(folder, name), 'utf8')));
  return noted;
}
