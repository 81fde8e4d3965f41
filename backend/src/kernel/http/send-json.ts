import type { Response } from 'express';

/** An answer that is JSON already, as a thread has written it. */
export interface WrittenJson {
  /** Leaves as ETag, as that of every answer with a version does. */
  readonly version: number;
  readonly json: Uint8Array;
}

export function sendJson(response: Response, { version, json }: WrittenJson): void {
  const { buffer, byteOffset, byteLength } = json;
  response
    .set('ETag', `"${version}"`)
    .type('application/json')
    .send(Buffer.from(buffer, byteOffset, byteLength));
}
