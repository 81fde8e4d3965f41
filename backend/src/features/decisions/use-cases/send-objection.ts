import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { notFound, PlatformDatabase, ProblemError } from '../../../kernel';
import type { Objection } from '../decision';
import { PublicitiesRepository } from '../publicities.repository';

/** Anybody objects to a decision while it is public; nobody has to sign in. */
@Injectable()
export class SendObjection {
  constructor(
    private readonly database: PlatformDatabase,
    private readonly publicities: PublicitiesRepository,
  ) {}

  /** @throws ProblemError publicity_over, objections_full */
  async execute(
    publicityId: string,
    { name, contact, text }: Pick<Objection, 'name' | 'contact' | 'text'>,
  ): Promise<void> {
    const objection = {
      ...{ id: randomUUID(), name: name.trim(), contact: contact.trim(), text: text.trim() },
    };
    const sent = await this.database.transaction('', (manager) =>
      this.publicities.send(manager, publicityId, objection),
    );
    if (sent === 'over') throw new ProblemError('publicity_over');
    if (sent === 'full') throw new ProblemError('objections_full');
  }

  /** What is public today under an id. @throws ProblemError not_found */
  async about(publicityId: string) {
    const found = await this.publicities.oneShown(this.database.manager, publicityId);
    if (found === null) throw notFound();
    return found;
  }
}
