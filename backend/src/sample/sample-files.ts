import type { INestApplicationContext } from '@nestjs/common';
import type { RecordKindId } from '@liangxing/contracts';
import type { ItemState, Measured, RuleAnswer } from '@liangxing/scoring';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AssessmentPlan } from '../features/assessments';
import type { ProfileContent } from '../features/organizations';
import type { StandardRecord } from '../features/standards';

export interface SampleSignIn {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  /**
   * In the sample's enterprises; `platform`: in none, for whoever looks after the platform; of the others the first two
   * are in its consultancy, the next one leads the small enterprises that are its clients, and the last ones are of the body.
   */
  readonly role: 'owner' | 'editor' | 'viewer' | 'platform' | ConsultancyRole | BodySignInRole;
}

type BodySignInRole = 'body_director' | 'body_lead' | 'body_assessor' | 'body_reviewer';
type ConsultancyRole = 'consultancy_owner' | 'consultant' | 'client_owner';

/** One folder each: the enterprise by the form in force, and as it was before. The first is the one people see. */
export const SAMPLE_EDITIONS = ['2017', '2003'] as const;
export type SampleEdition = (typeof SAMPLE_EDITIONS)[number];

/** What the loading of the sample stands on: the server's application, and the worker's for the dossier. */
export interface SampleTargets {
  readonly app: INestApplicationContext;
  readonly worker: INestApplicationContext;
  /** Folder of the sample's JSON files. */
  readonly folder: string;
  /** Those of its enterprises that are wanted; all where nothing is said. */
  readonly editions?: readonly SampleEdition[];
}

/** What the profiles of both organizations have in common. */
export type SharedProfile = Omit<ProfileContent, OwnField>;
type OwnField =
  | 'targetGrade'
  | 'targetLevel'
  | 'schemeId'
  | 'systemReleasedOn'
  | 'systemEffectiveOn'
  | 'standardizationIntroduction'
  | 'appointmentDocuments';

export interface SampleEnterprise {
  readonly organizationId: string;
  /** What is its own, and what differs from the shared profile. */
  readonly profile: Pick<ProfileContent, OwnField> & Partial<ProfileContent>;
}

export type SampleStandard = Partial<StandardRecord>;
export interface SampleStandards {
  readonly standards: readonly SampleStandard[];
}

/** Fields of the records, by list. */
export type SampleRecords = Readonly<
  Record<RecordKindId, readonly Readonly<Record<string, unknown>>[]>
>;

export interface SampleEvidence {
  readonly file: string;
  readonly kind: 'pdf' | 'png' | 'txt' | 'csv';
  readonly title: string;
  readonly items: readonly string[];
  readonly periodFrom: string | null;
  readonly periodTo: string | null;
  readonly lines: readonly string[];
}

export interface SampleAction {
  readonly itemId: string;
  readonly finding: string;
  readonly cause: string;
  readonly measure: string;
  readonly owner: string;
  readonly dueOn: string;
  readonly state: 'open' | 'in_progress' | 'done' | 'verified';
  readonly result: string;
  readonly verifiedBy: string;
  readonly verifiedOn: string | null;
}

export interface SampleAssessment {
  readonly title: string;
  readonly schemeId: string;
  readonly targetGrade: string;
  readonly targetLevel: 'national' | 'provincial' | null;
  readonly plan: AssessmentPlan;
  readonly conclusion: string;
  /** Proof by condition of the application; all of them are met. */
  readonly conditions: {
    readonly checkedOn: string;
    readonly proofs: Readonly<Record<string, string>>;
  };
  /** Department by the longest number that an item begins with. */
  readonly responsible: Readonly<Record<string, string>>;
  /**
   * Where points are given: items that lost points, earned a bonus or need a figure; every other item has full marks,
   * or no bonus. Else what was counted and measured, and what people judged themselves, with their reason.
   */
  readonly answers: Readonly<
    Record<
      string,
      {
        readonly state?: ItemState;
        readonly rules?: Readonly<Record<string, RuleAnswer>>;
        readonly finding?: string;
        readonly reason?: string;
        readonly measured?: Measured;
      }
    >
  >;
  readonly actions: readonly SampleAction[];
  readonly evidence: readonly SampleEvidence[];
}

/**
 * Reads one file of the samples folder.
 * @param reworded what is written otherwise, where another enterprise has the same material
 */
export async function readSample<Content>(
  folder: string,
  name: string,
  reworded: Readonly<Record<string, string>> = {},
): Promise<Content> {
  let text = await readFile(join(folder, name), 'utf8');
  for (const [from, to] of Object.entries(reworded)) text = text.replaceAll(from, to);
  return JSON.parse(text) as Content;
}
