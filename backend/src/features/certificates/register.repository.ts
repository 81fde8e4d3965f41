import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { queryRows } from '../../kernel';
import type { PublicCertificate } from './certificate';

const COLUMNS = `code, number, enterprise_name AS "enterpriseName", credit_code AS "creditCode",
  body_name AS "bodyName", grade, scope, standard, issued_on::text AS "issuedOn",
  valid_until::text AS "validUntil", state, state_on::text AS "stateOn", body_left_on::text AS "bodyLeftOn",
  renews, renewed_by AS "renewedBy", renewed_by_code AS "renewedByCode"`;

/** The public register. SQL calls the two narrow functions through which alone visitors read. */
@Injectable()
export class RegisterRepository {
  /** @param text part of the name, or the whole credit code or number */
  search(
    manager: EntityManager,
    text: string,
    { offset, limit }: { readonly offset: number; readonly limit: number },
  ): Promise<PublicCertificate[]> {
    return queryRows<PublicCertificate>(
      manager,
      `SELECT ${COLUMNS} FROM app.find_certificates($1, $2, $3, $4, $5)`,
      [text, text.toUpperCase(), text, limit, offset],
    );
  }

  async byCode(manager: EntityManager, code: string): Promise<PublicCertificate | null> {
    const [found] = await queryRows<PublicCertificate>(
      manager,
      `SELECT ${COLUMNS} FROM app.certificate_by_code($1)`,
      [code],
    );
    return found ?? null;
  }
}
