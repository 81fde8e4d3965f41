import { Injectable } from '@nestjs/common';
import { createHmac } from 'node:crypto';
import { Config } from '../../config/config';
import { networkOf, officeOf } from './network-of';

/** By what two requests of strangers are known to come from one place; no address can be guessed from it. */
export interface SenderMark {
  readonly network: string;
  /** Wider: neighbouring networks, as of one office. */
  readonly office: string;
}

/** Marks what people send who are not signed in. */
@Injectable()
export class SenderMarks {
  constructor(private readonly config: Config) {}

  /** @param what is sent: marks of different things cannot be laid side by side */
  of(what: string, address: string | undefined): SenderMark {
    const markOf = (text: string): string =>
      createHmac('sha256', this.config.csrfSecret)
        .update(`sent:${what}:${text}`)
        .digest('base64url');
    return { network: markOf(networkOf(address)), office: markOf(officeOf(address)) };
  }
}
