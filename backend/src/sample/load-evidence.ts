import type { INestApplicationContext } from '@nestjs/common';
import { Readable } from 'node:stream';
import type { Assessment } from '../features/assessments';
import { EvidenceRepository, EvidenceUsesRepository, UploadEvidence } from '../features/evidence';
import { Storage, TenantDatabase, type RequestContext } from '../kernel';
import { documentFonts } from '../kernel/fonts';
import { evidenceFile } from './evidence-file';
import type { SampleAssessment } from './sample-files';

/** Makes the files of evidence that are not there yet, and links them to their items. */
export async function loadEvidence(
  app: INestApplicationContext,
  context: RequestContext,
  { evidence }: SampleAssessment,
  { id: assessmentId }: Assessment,
): Promise<void> {
  const database = app.get(TenantDatabase);
  const repository = app.get(EvidenceRepository);
  const uses = app.get(EvidenceUsesRepository);
  const known = await database.read(context, (manager) => repository.list(manager, context));
  const fonts = await documentFonts();
  for (const proof of evidence.filter(({ title }) => !known.some((one) => one.title === title))) {
    const content = await evidenceFile(proof, fonts);
    const staged = await app.get(Storage).stage(Readable.from([content]));
    const upload = { fileName: proof.file, staged, fields: {} };
    const fields = { ...proof, validUntil: null };
    // Made-up photographs may look alike.
    const added = await app.get(UploadEvidence).add(context, upload, fields, null, true);
    await database.transaction(context, async (manager) => {
      for (const itemId of proof.items)
        await uses.link(manager, context, added.id, { assessmentId, itemId });
    });
  }
}
