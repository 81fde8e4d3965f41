/** Codes of classification that a file does not tell and the catalogue knows. */
import { packedStandards } from './standard-columns.sql';

/** Most catalogues classify nothing: then nothing is unpacked to be looked up. */
const CATALOGUE_CLASSIFIES = `EXISTS (SELECT FROM catalogue_standards WHERE ccs <> '' OR ics <> '')`;

/**
 * Standards that import $2 of organization $1 writes without a code, with what the catalogue has for them. Each is
 * looked up by itself: joined freely, the pieces may be unpacked once for every entry of the catalogue.
 */
const UNCLASSIFIED = `SELECT r.id::uuid AS id, k.ccs, k.ics
  FROM ${packedStandards('standard_import_pieces p')}
  CROSS JOIN LATERAL (SELECT c.ccs, c.ics FROM catalogue_standards c
    WHERE c.identity_key = r."identityKey" AND (c.ccs <> '' OR c.ics <> '') OFFSET 0) AS k
  WHERE ${CATALOGUE_CLASSIFIES} AND p.organization_id = $1 AND p.import_id = $2
    AND (r."ccs" IS NULL AND k.ccs <> '' OR r."ics" IS NULL AND k.ics <> '')`;

/** Says above the preview how many there are. */
export const NOTE_CLASSIFIED = `UPDATE standard_imports i SET notes = i.notes || jsonb_build_array(
    jsonb_build_object('rowNumber', 0, 'kind', 'classified_by_catalogue', 'text', u.count::text))
  FROM (SELECT count(*) FROM (${UNCLASSIFIED}) AS found) AS u
  WHERE i.organization_id = $1 AND i.id = $2 AND u.count > 0`;

/** Fills them in, in the transaction that has just written the rows: to everyone else they are one change. */
export const CLASSIFY_IMPORTED = `WITH u AS MATERIALIZED (${UNCLASSIFIED})
  UPDATE standards s SET
    ccs = CASE s.ccs WHEN '' THEN u.ccs ELSE s.ccs END, ics = CASE s.ics WHEN '' THEN u.ics ELSE s.ics END
  FROM u WHERE s.organization_id = $1 AND s.id = u.id`;
