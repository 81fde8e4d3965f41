import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { queryRows } from '../../kernel';
import type { RegisteredCertificate, RenewalOfCertificate } from './certificate';

const COLUMNS = `code, number, enterprise_name AS "enterpriseName", credit_code AS "creditCode",
  body_name AS "bodyName", grade, scope, standard, issued_on::text AS "issuedOn",
  valid_until::text AS "validUntil", state, state_on::text AS "stateOn"`;

/** As the functions of the register know it. */
type Found = Omit<RegisteredCertificate, keyof RenewalOfCertificate>;

const NOT_RENEWED: RenewalOfCertificate = { renews: '', renewedBy: '', renewedByCode: '' };

/** The public register. SQL calls the three narrow functions through which alone visitors read. */
@Injectable()
export class RegisterRepository {
  /** @param text part of the name, or the whole credit code or number */
  async search(
    manager: EntityManager,
    text: string,
    { offset, limit }: { readonly offset: number; readonly limit: number },
  ): Promise<RegisteredCertificate[]> {
    const found = await queryRows<Found>(
      manager,
      `SELECT ${COLUMNS} FROM app.find_certificates($1, $2, $3, $4, $5)`,
      [text, text.toUpperCase(), text, limit, offset],
    );
    return this.withRenewals(manager, found);
  }

  async byCode(manager: EntityManager, code: string): Promise<RegisteredCertificate | null> {
    const found = await queryRows<Found>(
      manager,
      `SELECT ${COLUMNS} FROM app.certificate_by_code($1)`,
      [code],
    );
    const [one] = await this.withRenewals(manager, found);
    return one ?? null;
  }

  private async withRenewals(
    manager: EntityManager,
    found: readonly Found[],
  ): Promise<RegisteredCertificate[]> {
    const rows = await queryRows<RenewalOfCertificate & { readonly code: string }>(
      manager,
      `SELECT code, renews, renewed_by AS "renewedBy", renewed_by_code AS "renewedByCode"
       FROM app.renewals_of_certificates($1)`,
      [found.map(({ code }) => code)],
    );
    const renewals = new Map(rows.map((one) => [one.code, one]));
    return found.map((one) => ({ ...one, ...(renewals.get(one.code) ?? NOT_RENEWED) }));
  }
}
