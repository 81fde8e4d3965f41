import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import {
  Audit,
  notFound,
  organizationDay,
  TenantDatabase,
  validationFailed,
  versionConflict,
  type RequestContext,
} from '../../../kernel';
import type { Complaint } from '../certificate';
import { ComplaintsRepository } from '../complaints.repository';
import { complaintDto } from '../dto/complaint.dto';

/** Writes down complaints that reached the body, and how they were answered. */
@Injectable()
export class KeepComplaints {
  constructor(
    private readonly database: TenantDatabase,
    private readonly complaints: ComplaintsRepository,
    private readonly audit: Audit,
  ) {}

  /** @throws ProblemError validation_failed */
  record(
    context: RequestContext,
    said: Pick<Complaint, 'receivedOn' | 'fromName' | 'about' | 'text'>,
  ): Promise<Complaint> {
    notLater('receivedOn', said.receivedOn);
    return this.database.transaction(context, async (manager) => {
      const id = randomUUID();
      const complaint = { ...said, id, recordedByName: context.userName };
      await this.complaints.insert(manager, context, complaint);
      const subject = { type: 'complaint', id };
      await this.audit.record(manager, context, 'complaint.recorded', subject, {
        about: said.about,
      });
      const found = await this.complaints.find(manager, context, id);
      if (found === null) throw notFound();
      return found;
    });
  }

  /** The answer can be written anew. @throws ProblemError not_found, version_conflict, validation_failed */
  answer(
    context: RequestContext,
    { id, version }: Pick<Complaint, 'id' | 'version'>,
    { answer, answeredOn }: { readonly answer: string; readonly answeredOn: string },
  ): Promise<Complaint> {
    notLater('answeredOn', answeredOn);
    return this.database.transaction(context, async (manager) => {
      const before = await this.complaints.find(manager, context, id);
      if (before === null) throw notFound();
      if (answeredOn < before.receivedOn)
        throw validationFailed({ path: 'answeredOn', code: 'before_receipt' });
      const values = { answer, answeredOn, answeredByName: context.userName };
      if (!(await this.complaints.answer(manager, context, { id, version }, values)))
        throw versionConflict(complaintDto(before));
      const subject = { type: 'complaint', id };
      const facts = { about: before.about };
      await this.audit.record(manager, context, 'complaint.answered', subject, facts);
      return (await this.complaints.find(manager, context, id)) ?? before;
    });
  }
}

function notLater(path: string, day: string): void {
  if (day > organizationDay(new Date())) throw validationFailed({ path, code: 'in_future' });
}
