import { FINDING_LIMITS } from '@liangxing/contracts';
import { findItem } from '@liangxing/scheme';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  Audit,
  notFound,
  PendingObjects,
  ProblemError,
  takeTurn,
  TenantDatabase,
  validationFailed,
  versionConflict,
  type RequestContext,
} from '../../../kernel';
import { turnOfCase, type Case } from '../../cases';
import { DevicesRepository } from '../../devices';
import { requireScorer } from '../../plans';
import { CaseReader } from '../case-reader';
import { FindingsRepository } from '../findings.repository';
import type { Finding, FindingFields, FindingOrigin } from '../sheet';

interface Seen {
  readonly number: number;
  readonly version: number;
}

/** The team writes down what does not conform, until the closing meeting sends it. */
@Injectable()
export class KeepFindings {
  constructor(
    private readonly database: TenantDatabase,
    private readonly reader: CaseReader,
    private readonly findings: FindingsRepository,
    private readonly devices: DevicesRepository,
    private readonly pending: PendingObjects,
    private readonly audit: Audit,
  ) {}

  /**
   * What a device sends twice is stored once.
   * @returns its number
   * @throws ProblemError not_found, not_in_team, case_moved, findings_full, item_outside_scheme, device_unknown,
   *   validation_failed
   */
  add(
    context: RequestContext,
    caseId: string,
    fields: FindingFields,
    origin: FindingOrigin | null = null,
  ): Promise<number> {
    return this.database.transaction(context, async (manager) => {
      await takeTurn(manager, turnOfCase(caseId));
      const known = await this.sent(manager, context, caseId, origin);
      if (known !== null) return known.number;
      const found = await this.open(manager, context, caseId);
      await this.check(manager, context, found, fields);
      const count = FINDING_LIMITS.findings;
      if ((await this.findings.list(manager, context, caseId)).length >= count)
        throw new ProblemError('findings_full', { count });
      const number = await this.findings.add(manager, context, caseId, tidy(fields), origin);
      await this.record(manager, context, 'case.finding_added', found, number);
      return number;
    });
  }

  /** @throws ProblemError as `add`, and finding_sent, version_conflict */
  change(
    context: RequestContext,
    caseId: string,
    seen: Seen,
    fields: FindingFields,
  ): Promise<void> {
    return this.database.transaction(context, async (manager) => {
      const found = await this.openFinding(manager, context, caseId, seen);
      await this.check(manager, context, found, fields);
      if (!(await this.findings.change(manager, context, caseId, seen, tidy(fields))))
        throw versionConflict(null);
      await this.record(manager, context, 'case.finding_changed', found, seen.number);
    });
  }

  /** With its pictures. @throws ProblemError not_found, not_in_team, case_moved, finding_sent, version_conflict */
  async remove(context: RequestContext, caseId: string, seen: Seen): Promise<void> {
    const keys = await this.database.transaction(context, async (manager) => {
      const found = await this.openFinding(manager, context, caseId, seen);
      const files = (await this.findings.files(manager, context, caseId)).filter(
        ({ finding }) => finding === seen.number,
      );
      for (const file of files) await this.findings.removeFile(manager, context, caseId, file);
      const released = files.map(({ storageKey }) => storageKey);
      await this.pending.release(manager, context, released);
      if (!(await this.findings.remove(manager, context, caseId, seen)))
        throw versionConflict(null);
      await this.record(manager, context, 'case.finding_removed', found, seen.number);
      return released;
    });
    await this.pending.remove(context, keys);
  }

  /** The device has to be the own one. @throws ProblemError not_found, device_unknown */
  private async sent(
    manager: EntityManager,
    context: RequestContext,
    caseId: string,
    origin: FindingOrigin | null,
  ): Promise<Finding | null> {
    if (origin === null) return null;
    await this.reader.find(manager, context, caseId);
    const { deviceId } = origin;
    const device = await this.devices.find(manager, context, { caseId, deviceId });
    if (device?.userId !== context.userId) throw new ProblemError('device_unknown');
    return this.findings.findOf(manager, context, caseId, origin);
  }

  /** In the turn of the case. @throws ProblemError not_found, not_in_team, case_moved */
  private async open(
    manager: EntityManager,
    context: RequestContext,
    caseId: string,
  ): Promise<Case> {
    const one = await this.reader.find(manager, context, caseId);
    const { found } = one;
    requireScorer(one, context.userId);
    if (found.state !== 'evaluating') throw new ProblemError('case_moved');
    return found;
  }

  /** @throws ProblemError as `open`, and finding_sent, version_conflict */
  private async openFinding(
    manager: EntityManager,
    context: RequestContext,
    caseId: string,
    { number, version }: Seen,
  ): Promise<Case> {
    await takeTurn(manager, turnOfCase(caseId));
    const finding: Finding | null = await this.findings.find(manager, context, caseId, number);
    if (finding === null) throw notFound();
    if (finding.sentAt !== null) throw new ProblemError('finding_sent');
    const found = await this.open(manager, context, caseId);
    if (finding.version !== version) throw versionConflict(null);
    return found;
  }

  private async check(
    manager: EntityManager,
    context: RequestContext,
    found: Case,
    { itemId, evidenceId }: FindingFields,
  ): Promise<void> {
    const { scheme, evidence } = await this.reader.material(manager, context, found);
    if (findItem(scheme.document, itemId) === undefined)
      throw new ProblemError('item_outside_scheme', { item: itemId });
    if (evidenceId !== null && !evidence.some(({ id }) => id === evidenceId))
      throw validationFailed({ path: 'evidenceId', code: 'not_one_of' });
  }

  private record(
    manager: EntityManager,
    context: RequestContext,
    action: 'case.finding_added' | 'case.finding_changed' | 'case.finding_removed',
    { id, number }: Case,
    finding: number,
  ): Promise<void> {
    return this.audit.record(manager, context, action, { type: 'case', id }, { number, finding });
  }
}

const tidy = ({ text, requirement, department, ...fields }: FindingFields): FindingFields => ({
  ...fields,
  ...{ text: text.trim(), requirement: requirement.trim(), department: department.trim() },
});
