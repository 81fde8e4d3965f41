import { canonicalJson } from '@liangxing/contracts';
import type { Language } from '@liangxing/scheme';
import { createHash } from 'node:crypto';
import { checkDossier, type DossierCheck } from './check/dossier-check';
import type { DossierFinding } from './check/finding';
import { materialOf, type DossierSource, type EvidenceMaterial } from './dossier-material';
import type { FrozenFacts } from './dossiers.repository';
import { buildSnapshot, type DossierIssue } from './snapshot/build-snapshot';
import { numberEvidence } from './snapshot/evidence-part';

export interface JudgedDossier {
  readonly source: DossierSource;
  /** Day on which it is judged. */
  readonly today: string;
  readonly language: Language;
}

/** Everything that speaks against submission. */
export function judgeDossier({ source, today, language }: JudgedDossier): DossierCheck {
  return checkDossier(materialOf(source), today, language);
}

export interface FrozenDossier {
  /** What blocks it; then nothing is frozen. */
  readonly errors: readonly DossierFinding[];
  readonly frozen: {
    readonly facts: FrozenFacts;
    /** Proofs that it names, and files attached behind it. */
    readonly evidence: readonly Pick<EvidenceMaterial, 'id' | 'revision'>[];
  } | null;
}

/** Judges, and freezes the very material that has passed. */
export function freezeDossier(
  asked: JudgedDossier & { readonly issue: DossierIssue },
): FrozenDossier {
  const { source, today, language, issue } = asked;
  const material = materialOf(source);
  const { findings } = checkDossier(material, today, language);
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return { errors, frozen: null };
  const { result, ...rest } = buildSnapshot(material, issue);
  const { grade, isProvisional } = result;
  // Readiness gives no points: a zero would be taken for a result.
  const isScored = material.scheme.kind === 'scored';
  const [basic, bonus, total] = isScored
    ? [result.basic, result.bonus, result.total]
    : [null, null, null];
  const snapshot = canonicalJson({ ...rest, result });
  const snapshotSha256 = createHash('sha256').update(snapshot).digest('hex');
  const { routeId } = material.score;
  const listed = numberEvidence(material, material.evidence).map(
    ({ material: { id, revision } }) => ({ id, revision }),
  );
  const ids = new Set(listed.map(({ id }) => id));
  const attached = material.attachments
    .map(({ evidenceId, revision }) => ({ id: evidenceId, revision }))
    .filter(({ id }) => !ids.has(id));
  const evidence = [...listed, ...attached];
  const facts = { snapshot, snapshotSha256, grade, basic, bonus, total, routeId, isProvisional };
  return { errors, frozen: { facts, evidence } };
}
