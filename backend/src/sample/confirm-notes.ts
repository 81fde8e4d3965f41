import type { INestApplicationContext } from '@nestjs/common';
import { SetUpDocuments, SystemDocuments, type SystemDocumentsDto } from '../features/systems';
import type { RequestContext } from '../kernel';

/** Somebody of the sample has read the drafted 编制说明 and stands for it. */
export async function confirmNotes(
  app: INestApplicationContext,
  context: RequestContext,
  systemId: string,
): Promise<void> {
  const { version, json } = await app.get(SystemDocuments).shown(context, systemId);
  const { notes } = JSON.parse(Buffer.from(json).toString()) as SystemDocumentsDto;
  const confirmed = notes.map(({ id, text }) => [id, { text, isConfirmed: true }] as const);
  await app
    .get(SetUpDocuments)
    .execute(context, systemId, version, { notes: Object.fromEntries(confirmed) });
}
