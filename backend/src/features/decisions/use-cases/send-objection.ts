import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { notFound, PlatformDatabase, ProblemError, SenderMarks } from '../../../kernel';
import type { Objection } from '../decision';
import { PublicitiesRepository } from '../publicities.repository';

/** Anybody objects to a decision while it is public; nobody has to sign in. */
@Injectable()
export class SendObjection {
  constructor(
    private readonly database: PlatformDatabase,
    private readonly publicities: PublicitiesRepository,
    private readonly marks: SenderMarks,
  ) {}

  /**
   * @param address of the network that it comes from: one place has a share of what may wait, and no more
   * @throws ProblemError publicity_over, objections_full, objections_share_used
   */
  async execute(
    publicityId: string,
    { name, contact, text }: Pick<Objection, 'name' | 'contact' | 'text'>,
    address: string,
  ): Promise<void> {
    const objection = {
      ...{ id: randomUUID(), name: name.trim(), contact: contact.trim(), text: text.trim() },
    };
    const sent = await this.database.transaction('', (manager) =>
      this.publicities.send(
        manager,
        publicityId,
        objection,
        this.marks.of(`objection to ${publicityId}`, address),
      ),
    );
    if (sent === 'over') throw new ProblemError('publicity_over');
    if (sent === 'share_used') throw new ProblemError('objections_share_used');
    if (sent === 'full') throw new ProblemError('objections_full');
  }

  /** What is public today under an id. @throws ProblemError not_found */
  async about(publicityId: string) {
    const found = await this.publicities.oneShown(this.database.manager, publicityId);
    if (found === null) throw notFound();
    return found;
  }
}
