import { Readable } from 'node:stream';
import { CreateOrganization, KeepDocuments } from '../features/organizations';
import { MoveOrganization } from '../features/platform';
import { Storage, type RequestContext } from '../kernel';
import { documentFonts } from '../kernel/fonts';
import { evidenceFile } from './evidence-file';
import type { SampleTargets } from './sample-files';
import { hasMembership, leading, standingOf } from './sample-people';

/** An organization that the platform opens, as its file in the sample's folder names it. */
interface FoundedSample {
  readonly organizationId: string;
  readonly name: string;
  readonly creditCode: string;
}

/**
 * Founds one that waits for the platform, hands in a licence, and has it approved; what is done already is left.
 * @param platform who approves
 * @returns whether it is open
 */
export async function foundOrganization(
  targets: SampleTargets,
  leader: RequestContext & { readonly kind: 'consultancy' | 'assessment_body' },
  { organizationId: id, name, creditCode }: FoundedSample,
  platform: Pick<RequestContext, 'userId' | 'userName'>,
): Promise<boolean> {
  const { app } = targets;
  if (!(await hasMembership(app, leader))) {
    const command = { id, name, creditCode, kind: leader.kind, isSample: true } as const;
    await app.get(CreateOrganization).execute(leader, command);
  }
  const standing = await standingOf(app, id);
  if (standing?.state === 'waiting') {
    if (standing.documents.length === 0) await handLicenceIn(targets, leader);
    const handedIn = await standingOf(app, id);
    const version = handedIn?.version ?? standing.version;
    const command = { move: 'approve', reason: '', version } as const;
    const administrator = leading(platform.userId, platform.userName, '');
    await app.get(MoveOrganization).execute(administrator, id, command);
  }
  return (await standingOf(app, id))?.state === 'open';
}

async function handLicenceIn({ app }: SampleTargets, leader: RequestContext): Promise<void> {
  const licence = { title: '营业执照', file: '营业执照（示例）.pdf', kind: 'pdf' } as const;
  const proof = {
    ...{ ...licence, items: [], periodFrom: null, periodTo: null },
    lines: [leader.userName],
  };
  const content = await evidenceFile(proof, await documentFonts());
  const staged = await app.get(Storage).stage(Readable.from([content]));
  const applicant = { ...leader, purpose: 'apply' } as const;
  await app.get(KeepDocuments).keep(applicant, { fileName: licence.file, staged, fields: {} });
}
