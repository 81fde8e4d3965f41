import { canonicalJson } from '@liangxing/contracts';
import type { Language } from '@liangxing/scheme';
import { sha256Of } from '../../kernel/pure';
import { checkDossier, type DossierCheck } from './check/dossier-check';
import type { DossierFinding } from './check/finding';
import type { DossierMaterial, EvidenceMaterial } from './dossier-material';
import type { FrozenFacts } from './dossiers.repository';
import { deriveMaterial } from './material/derive-material';
import type { FrozenIssue } from './material/frozen-material';
import { contentOf, freezeMaterial, type MaterialSource } from './material/material-source';
import { printedIssue } from './material/print-material';
import { readMaterial } from './material/read-material';
import { buildSnapshot } from './snapshot/build-snapshot';
import { numberEvidence } from './snapshot/evidence-part';

export interface JudgedDossier {
  readonly source: MaterialSource;
  readonly language: Language;
}

/** Everything that speaks against submission. */
export function judgeDossier({ source, language }: JudgedDossier): DossierCheck {
  const { actionAccounts, day } = source;
  return checkDossier({ ...deriveMaterial(contentOf(source)), actionAccounts }, day, language);
}

type NamedEvidence = readonly Pick<EvidenceMaterial, 'id' | 'revision'>[];

export interface FrozenDossier {
  /** What blocks it; then nothing is frozen. */
  readonly errors: readonly DossierFinding[];
  readonly frozen: {
    readonly facts: FrozenFacts;
    /** Proofs that it names, and files attached behind it. */
    readonly evidence: NamedEvidence;
  } | null;
}

/** Judges and prints what is written down, and nothing else but who stands behind its names. */
export function freezeDossier(
  asked: JudgedDossier & { readonly issue: FrozenIssue },
): FrozenDossier {
  const { text, sha256 } = freezeMaterial(asked.source, asked.issue);
  const frozen = readMaterial(text);
  const material = deriveMaterial(frozen);
  const { actionAccounts } = asked.source;
  const { findings } = checkDossier({ ...material, actionAccounts }, frozen.day, asked.language);
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return { errors, frozen: null };
  const printed = buildSnapshot(material, printedIssue(frozen.issue));
  const { grade, isProvisional, ...points } = printed.result;
  // Readiness gives no points: a zero would be taken for a result.
  const isScored = material.scheme.kind === 'scored';
  const [basic, bonus, total] = isScored
    ? [points.basic, points.bonus, points.total]
    : [null, null, null];
  const snapshot = canonicalJson(printed);
  const facts: FrozenFacts = {
    material: text,
    materialSha256: sha256,
    snapshot,
    snapshotSha256: sha256Of(snapshot),
    ...{ grade, basic, bonus, total, isProvisional },
    routeId: material.score.routeId,
  };
  return { errors, frozen: { facts, evidence: namedEvidence(material) } };
}

function namedEvidence(material: DossierMaterial): NamedEvidence {
  const listed = numberEvidence(material, material.evidence).map(
    ({ material: { id, revision } }) => ({ id, revision }),
  );
  const ids = new Set(listed.map(({ id }) => id));
  const attached = material.attachments
    .map(({ evidenceId, revision }) => ({ id: evidenceId, revision }))
    .filter(({ id }) => !ids.has(id));
  return [...listed, ...attached];
}
