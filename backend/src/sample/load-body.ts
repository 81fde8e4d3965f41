import { BodiesRepository, KeepAssessor, KeepProfile } from '../features/bodies';
import { KeepSettings } from '../features/certificates';
import { MembersRepository } from '../features/organizations';
import { TenantDatabase, type RequestContext } from '../kernel';
import type { SampleApplication, SampleBody } from './body-files';
import { foundOrganization } from './found-organization';
import { loadCertifiedCase } from './load-certified-case';
import { loadEvaluatingCase } from './load-evaluating-case';
import { SampleCase, type BodyPeople } from './sample-case';
import type { SampleTargets } from './sample-files';
import { readSample } from './sample-files';
import { hasMembership, isTaken, leading, loadPeople, type People } from './sample-people';

/**
 * Loads the made-up body, after the sample enterprise, by the use cases of both sides: one application that has its
 * certificate, and one that is being evaluated. What people have done since is left.
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
  await app.get(KeepSettings).execute(director, { version: 0, ...sample.certificateSettings });
  await loadStaff(targets, people, director, sample);
  const ofBody = peopleOf(people, director);
  const handIn = (application: SampleApplication) => apply(targets, people, ofBody, application);
  const certified = await handIn(sample.certified);
  if (certified !== null) await loadCertifiedCase(certified, sample);
  const evaluating = await handIn(sample.evaluating);
  if (evaluating !== null) await loadEvaluatingCase(evaluating, sample);
  return true;
}

function peopleOf(people: People, director: RequestContext): BodyPeople {
  const as = (role: 'lead' | 'assessor' | 'reviewer'): RequestContext => ({
    ...{ ...director, ...people[`body_${role}`] },
    role: role === 'lead' ? 'lead_assessor' : role,
  });
  return { director, lead: as('lead'), assessor: as('assessor'), reviewer: as('reviewer') };
}

/** They join without an invitation: nobody reads mail here. */
async function loadStaff(
  { app }: SampleTargets,
  people: People,
  director: RequestContext,
  { staff }: SampleBody,
): Promise<void> {
  for (const { signIn, role, competence } of staff) {
    const { userId } = people[signIn];
    await app
      .get(TenantDatabase)
      .transaction(director, (manager) =>
        app.get(MembersRepository).insert(manager, director, userId, role),
      );
    await app.get(KeepAssessor).execute(director, userId, 0, competence);
  }
}

/** @returns null where the enterprise is not there, or has handed in already */
async function apply(
  targets: SampleTargets,
  { owner }: People,
  ofBody: BodyPeople,
  application: SampleApplication,
): Promise<SampleCase | null> {
  const applicant = leading(owner.userId, owner.userName, application.applicantId);
  const isThere = await hasMembership(targets.app, applicant);
  if (!isThere || (await isTaken(targets.app, applicant))) return null;
  return SampleCase.handIn(targets, applicant, ofBody, application);
}
