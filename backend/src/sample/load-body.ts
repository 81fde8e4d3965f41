import { plusDays } from '@liangxing/contracts';
import { BodiesRepository, KeepProfile, type BodyFacts } from '../features/bodies';
import { CasesRepository, MoveCase, ReadApplications } from '../features/cases';
import { DossiersRepository } from '../features/dossiers';
import { deliveryOf } from '../features/letters';
import { ReadBodyLetters, SubmissionsRepository, SubmitDossier } from '../features/submissions';
import { organizationDay, TenantDatabase, type RequestContext } from '../kernel';
import { foundOrganization } from './found-organization';
import type { SampleTargets } from './sample-files';
import { readSample } from './sample-files';
import { isTaken, leading, loadPeople } from './sample-people';

/** `body.json`: the made-up body, what it says of itself, and the application that it has. */
interface SampleBody {
  readonly organizationId: string;
  readonly name: string;
  readonly creditCode: string;
  readonly profile: BodyFacts;
  /** Of the sample enterprise that hands its newest dossier in. */
  readonly applicantId: string;
  readonly note: string;
  readonly question: string;
  readonly answerInDays: number;
}

/**
 * Loads the made-up body with one application that it has begun to check, after the sample enterprise, by the use cases of
 * both sides. What people have done since is left.
 * @returns false where nothing was to be done
 */
export async function loadBody(targets: SampleTargets): Promise<boolean> {
  const { app, folder } = targets;
  const sample = await readSample<SampleBody>(folder, 'body.json');
  const people = await loadPeople(targets);
  const { userId, userName } = people.body_director;
  const director = leading(userId, userName, sample.organizationId, 'assessment_body');
  if (await isTaken(app, director)) return false;
  if (!(await foundOrganization(targets, director, sample, people.platform))) return false;
  const database = app.get(TenantDatabase);
  const profile = await database.read(director, (manager) =>
    app.get(BodiesRepository).profile(manager, director),
  );
  if (profile.version > 0) return false;
  await app.get(KeepProfile).execute(director, 0, sample.profile);
  const { owner } = people;
  const applicant = leading(owner.userId, owner.userName, sample.applicantId);
  if (!(await isTaken(app, applicant))) await apply(targets, applicant, director, sample);
  return true;
}

/** The enterprise hands in, the body begins to check and asks; each letter is brought at once. */
async function apply(
  { app, worker }: SampleTargets,
  applicant: RequestContext,
  director: RequestContext,
  { note, question, answerInDays }: SampleBody,
): Promise<void> {
  const database = app.get(TenantDatabase);
  const [dossiers, submissions] = await database.read(applicant, async (manager) => [
    await app.get(DossiersRepository).list(manager, applicant),
    await app.get(SubmissionsRepository).list(manager, applicant),
  ]);
  const dossier = dossiers.find(({ state }) => state === 'ready');
  if (dossier === undefined || submissions.length > 0) return;
  const { organizationId: bodyId } = director;
  const asked = { dossierId: dossier.id, bodyId, text: note };
  const { id: caseId } = await app.get(SubmitDossier).execute(applicant, asked);
  const toBody = deliveryOf(applicant, { caseId, addresseeId: bodyId });
  await worker.get(ReadApplications).handle(toBody);
  const seen = async () => {
    const found = await database.read(director, (manager) =>
      app.get(CasesRepository).find(manager, director, caseId),
    );
    return { id: caseId, version: found?.version ?? 0 };
  };
  await app.get(MoveCase).execute(director, await seen(), 'start_check', { text: '' });
  const due = plusDays(organizationDay(new Date()), answerInDays);
  await app.get(MoveCase).ask(director, await seen(), { text: question, due });
  const toEnterprise = deliveryOf(director, { caseId, addresseeId: applicant.organizationId });
  await worker.get(ReadBodyLetters).handle(toEnterprise);
}
