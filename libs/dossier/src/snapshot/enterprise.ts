/** What the enterprise says of itself, frozen. */
import type { IsoDate } from '@liangxing/scheme';

export interface EnterpriseProfile {
  readonly name: string;
  readonly shortName: string;
  readonly creditCode: string;
  readonly regionName: string;
  readonly address: string;
  /** These four are absent in dossiers frozen before the form asked for them. Money in 10,000 yuan. */
  readonly postalCode?: string;
  readonly nature?: string;
  readonly annualOutput?: number | null;
  readonly annualRevenue?: number | null;
  readonly industryCode: string;
  readonly industryName: string;
  /** 大型, 中型, 小型 or empty. */
  readonly sizeName: string;
  readonly employees: number | null;
  readonly technicalStaff: number | null;
  readonly foundedOn: IsoDate | null;
  readonly legalRepresentative: string;
  readonly products: readonly string[];
  readonly managementSystems: readonly string[];
  /** 企业概况, paragraphs parted by line breaks. */
  readonly introduction: string;
  readonly departments: readonly {
    readonly code: string;
    readonly name: string;
    readonly duty: string;
  }[];
}

/** Departments × sub-systems, as the register's 责任部门 tells it or as a person corrected it. */
export interface DutyAllocation {
  /** True: the enterprise set at least one mark by hand; absent: all are derived. */
  readonly isCorrected?: true;
  readonly departments: readonly string[];
  readonly rows: readonly {
    readonly code: string;
    readonly name: string;
    /** One per department: ▲ leads, △ takes part, empty. */
    readonly marks: readonly ('▲' | '△' | '')[];
  }[];
}

export interface StandardizationProfile {
  /** 标准化工作概况, paragraphs parted by line breaks. */
  readonly introduction: string;
  readonly policy: string;
  readonly objectives: readonly {
    readonly text: string;
    readonly owner: string;
    readonly measure: string;
    readonly period: string;
  }[];
  readonly body: string;
  readonly head: string;
  readonly staff: readonly {
    readonly name: string;
    readonly post: string;
    readonly qualification: string;
  }[];
  /** 成立机构、任命、发布令. */
  readonly documents: readonly {
    readonly number: string;
    readonly title: string;
    readonly date: IsoDate | null;
    readonly signedBy: string;
  }[];
  /** 职能分配表; absent in dossiers frozen before it was derived. */
  readonly allocation?: DutyAllocation;
  readonly systemReleasedOn: IsoDate | null;
  readonly systemEffectiveOn: IsoDate | null;
}

export interface ApplicationForm {
  /** 首次评价, 复评 or empty; absent in dossiers frozen before the form asked for it. */
  readonly kindName?: string;
  readonly lastCertificate?: string;
  readonly targetGrade: string;
  /** 国家级, 省级 or empty. */
  readonly targetLevelName: string;
  /** 评价组织; empty: left blank on the form. */
  readonly evaluatingBody: string;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly contactEmail: string;
  /** Whole months the system has run on the cover's date; null where the effective date is unknown. */
  readonly monthsInOperation: number | null;
  readonly remarks: string;
}
