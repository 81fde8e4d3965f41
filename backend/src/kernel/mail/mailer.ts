import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { Config } from '../../config/config';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Sends mail by MAIL_URL, or writes each mail as a file into DATA_DIR/outbox. Called from jobs only: it waits for others. */
@Injectable()
export class Mailer {
  constructor(private readonly config: Config) {}

  async send(mail: Mail): Promise<void> {
    const message = { from: this.config.mailFrom, ...mail };
    if (this.config.mailUrl !== '') {
      await createTransport(this.config.mailUrl).sendMail(message);
      return;
    }
    const { message: content } = await createTransport({
      streamTransport: true,
      buffer: true,
    }).sendMail(message);
    await this.writeToOutbox(content as Buffer);
  }

  private async writeToOutbox(content: Buffer): Promise<void> {
    const outbox = this.outbox();
    await mkdir(outbox, { recursive: true, mode: 0o700 });
    const name = `${new Date().toISOString().replaceAll(':', '-')}-${randomUUID().slice(0, 8)}.eml`;
    await writeFile(join(outbox, `.${name}`), content, { mode: 0o600 });
    await rename(join(outbox, `.${name}`), join(outbox, name));
  }

  /** Mails in the outbox that nobody fetched in time; their links have ended long before. */
  async forgetOlderThan(time: Date): Promise<void> {
    const outbox = this.outbox();
    for (const name of await readdir(outbox).catch((): string[] => [])) {
      const path = join(outbox, name);
      const found = await stat(path).catch(() => null);
      if (found !== null && found.mtime < time) await rm(path, { force: true });
    }
  }

  private outbox(): string {
    return join(this.config.dataDir, 'outbox');
  }
}
