import type { StructureTemplateId } from '../../structure';
import {
  ENTERPRISE_SIZES,
  type EnterpriseSize,
  type Expectation,
  type Industry,
} from '../expectation';
import { BUSINESS_AND_PEOPLE } from './business-and-people';
import { EQUIPMENT_AND_QUALITY } from './equipment-and-quality';
import { INFORMATION_AND_ADMINISTRATION } from './information-and-administration';
import { MARKET_AND_SERVICE } from './market-and-service';
import { POSTS } from './posts';
import { PRODUCT_AND_DESIGN } from './product-and-design';
import { PROVISION } from './provision';
import { readRows } from './read-rows';
import { SAFETY_AND_ENVIRONMENT } from './safety-and-environment';
import { STANDARDIZATION } from './standardization';

const TABLES = [
  PRODUCT_AND_DESIGN,
  PROVISION,
  MARKET_AND_SERVICE,
  EQUIPMENT_AND_QUALITY,
  SAFETY_AND_ENVIRONMENT,
  BUSINESS_AND_PEOPLE,
  INFORMATION_AND_ADMINISTRATION,
  STANDARDIZATION,
  POSTS,
];

/** Everything that complete systems of both templates hold, for every industry. */
export const EXPECTATIONS: readonly Expectation[] = TABLES.flatMap(readRows);

/** Whether an enterprise of that size keeps the document; of an unknown size everything is expected. */
function isKeptBy(size: EnterpriseSize | null, { fromSize }: Expectation): boolean {
  return size === null || ENTERPRISE_SIZES.indexOf(fromSize) <= ENTERPRISE_SIZES.indexOf(size);
}

/** What a complete system of that template, industry and size holds, in the order of the library. */
export function expectationsOf(
  template: StructureTemplateId,
  industry: Industry,
  size: EnterpriseSize | null = null,
): readonly Expectation[] {
  return EXPECTATIONS.filter(
    (expectation) =>
      expectation.template === template &&
      expectation.industries.includes(industry) &&
      isKeptBy(size, expectation),
  );
}
