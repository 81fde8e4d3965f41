import type { LetterKind } from '@liangxing/contracts';
import {
  CasesRepository,
  MaterialsRepository,
  ReadApplications,
  type Case,
  type SeenCase,
} from '../features/cases';
import { DossiersRepository } from '../features/dossiers';
import { readMaterial, type FrozenMaterial } from '../features/dossiers/pure';
import { deliveryOf, LettersRepository } from '../features/letters';
import { ReadBodyLetters, SubmissionsRepository, SubmitDossier } from '../features/submissions';
import { TenantDatabase, type RequestContext } from '../kernel';
import type { SampleApplication } from './body-files';
import type { SampleTargets } from './sample-files';

/** The people of the body, each with the own role. */
export interface BodyPeople {
  readonly director: RequestContext;
  readonly lead: RequestContext;
  readonly assessor: RequestContext;
  readonly reviewer: RequestContext;
}

/** An application of the sample: people of both sides act, and each letter is brought at once. */
export class SampleCase {
  private constructor(
    readonly targets: SampleTargets,
    readonly id: string,
    readonly applicant: RequestContext,
    readonly people: BodyPeople,
  ) {}

  /** @returns null where the enterprise has no dossier, or has handed one in already */
  static async handIn(
    targets: SampleTargets,
    applicant: RequestContext,
    people: BodyPeople,
    { note }: SampleApplication,
  ): Promise<SampleCase | null> {
    const { app } = targets;
    const [dossiers, submissions] = await app
      .get(TenantDatabase)
      .read(applicant, async (manager) => [
        await app.get(DossiersRepository).list(manager, applicant),
        await app.get(SubmissionsRepository).list(manager, applicant),
      ]);
    const dossier = dossiers.find(({ state }) => state === 'ready');
    if (dossier === undefined || submissions.length > 0) return null;
    const { organizationId: bodyId } = people.director;
    const asked = { dossierId: dossier.id, bodyId, text: note };
    const { id } = await app.get(SubmitDossier).execute(applicant, asked);
    const made = new SampleCase(targets, id, applicant, people);
    await made.bringToBody();
    return made;
  }

  /** Somebody of the body acts on the case as it stands. */
  async byBody(act: (seen: SeenCase) => Promise<unknown>): Promise<void> {
    const { version } = await this.found();
    await act({ id: this.id, version });
    const addresseeId = this.applicant.organizationId;
    const delivery = deliveryOf(this.people.director, { caseId: this.id, addresseeId });
    await this.targets.worker.get(ReadBodyLetters).handle(delivery);
  }

  async byEnterprise(act: (context: RequestContext) => Promise<unknown>): Promise<void> {
    await act(this.applicant);
    await this.bringToBody();
  }

  /** Number of the newest letter of a kind that the enterprise has. */
  async letter(kind: LetterKind): Promise<number> {
    const { app } = this.targets;
    const letters = await app
      .get(TenantDatabase)
      .read(this.applicant, (manager) =>
        app.get(LettersRepository).list(manager, this.applicant, this.id),
      );
    return letters.findLast((letter) => letter.kind === kind)?.number ?? 0;
  }

  /** What the body evaluates. */
  async material(): Promise<FrozenMaterial> {
    const { app } = this.targets;
    const { director } = this.people;
    const { material } = await this.found();
    const text = await app
      .get(TenantDatabase)
      .read(director, (manager) =>
        app.get(MaterialsRepository).text(manager, director, this.id, material),
      );
    return readMaterial(text ?? '');
  }

  private async found(): Promise<Case> {
    const { app } = this.targets;
    const { director } = this.people;
    const found = await app
      .get(TenantDatabase)
      .read(director, (manager) => app.get(CasesRepository).find(manager, director, this.id));
    if (found === null) throw new Error('the application of the sample did not arrive');
    return found;
  }

  private async bringToBody(): Promise<void> {
    const addresseeId = this.people.director.organizationId;
    const delivery = deliveryOf(this.applicant, { caseId: this.id, addresseeId });
    await this.targets.worker.get(ReadApplications).handle(delivery);
  }
}
