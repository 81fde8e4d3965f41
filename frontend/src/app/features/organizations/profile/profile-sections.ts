import type { ProfileField } from './profile';

interface FieldBase {
  readonly name: ProfileField;
  readonly width?: 'half' | 'quarter' | 'wide';
}

export interface ListColumn {
  readonly key: string;
  readonly width: string;
  /** Of the account beside the name of one person. */
  readonly account?: string;
  readonly kind?: 'text' | 'date' | 'long';
}

/** How a field is shown; its words are `organizations.profile.fields.<name>`. */
export type FieldLayout = FieldBase &
  (
    | {
        readonly kind:
          'text' | 'person' | 'email' | 'date' | 'number' | 'long' | 'lines' | 'creditCode';
      }
    | { readonly kind: 'choice'; readonly choices: readonly string[] }
    | { readonly kind: 'scheme' | 'grade' }
    | { readonly kind: 'list'; readonly columns: readonly ListColumn[] }
  );

interface ProfileSection {
  readonly id: string;
  readonly fields: readonly FieldLayout[];
}

/** The form from top to bottom, as an application asks for it. */
export const PROFILE_SECTIONS: readonly ProfileSection[] = [
  {
    id: 'identity',
    fields: [
      { name: 'name', kind: 'text', width: 'half' },
      { name: 'shortName', kind: 'text', width: 'quarter' },
      { name: 'foundedOn', kind: 'date', width: 'quarter' },
      { name: 'creditCode', kind: 'creditCode', width: 'half' },
      { name: 'regionCode', kind: 'text', width: 'quarter' },
      { name: 'regionName', kind: 'text', width: 'quarter' },
      { name: 'address', kind: 'text', width: 'half' },
      { name: 'postalCode', kind: 'text', width: 'quarter' },
      { name: 'enterpriseNature', kind: 'text', width: 'quarter' },
      { name: 'industryCode', kind: 'text', width: 'quarter' },
      { name: 'industryName', kind: 'text', width: 'half' },
      {
        name: 'industryKind',
        kind: 'choice',
        choices: ['industry', 'agriculture', 'services'],
        width: 'quarter',
      },
      { name: 'size', kind: 'choice', choices: ['large', 'medium', 'small'], width: 'quarter' },
      { name: 'employees', kind: 'number', width: 'quarter' },
      { name: 'technicalStaff', kind: 'number', width: 'quarter' },
      { name: 'legalRepresentative', kind: 'person', width: 'quarter' },
      { name: 'annualOutput', kind: 'number', width: 'quarter' },
      { name: 'annualRevenue', kind: 'number', width: 'quarter' },
      { name: 'products', kind: 'lines', width: 'half' },
      { name: 'managementSystems', kind: 'lines', width: 'half' },
    ],
  },
  {
    id: 'contact',
    fields: [
      { name: 'contactName', kind: 'person' },
      { name: 'contactPhone', kind: 'text' },
      { name: 'contactEmail', kind: 'email' },
    ],
  },
  {
    id: 'target',
    fields: [
      { name: 'schemeId', kind: 'scheme', width: 'half' },
      { name: 'targetGrade', kind: 'grade', width: 'quarter' },
      {
        name: 'targetLevel',
        kind: 'choice',
        choices: ['national', 'provincial'],
        width: 'quarter',
      },
      {
        name: 'applicationKind',
        kind: 'choice',
        choices: ['first', 'renewal'],
        width: 'quarter',
      },
      { name: 'lastCertificate', kind: 'text', width: 'wide' },
      { name: 'systemReleasedOn', kind: 'date', width: 'quarter' },
      { name: 'systemEffectiveOn', kind: 'date', width: 'quarter' },
    ],
  },
  {
    id: 'organization',
    fields: [
      { name: 'standardizationBody', kind: 'text', width: 'half' },
      { name: 'standardizationHead', kind: 'person', width: 'half' },
      {
        name: 'standardizationStaff',
        kind: 'list',
        width: 'wide',
        columns: [
          { key: 'name', width: '1fr', account: 'userId' },
          { key: 'post', width: '1fr' },
          { key: 'qualification', width: '2fr' },
        ],
      },
      {
        name: 'departments',
        kind: 'list',
        width: 'wide',
        columns: [
          { key: 'code', width: '90px' },
          { key: 'name', width: '1fr' },
          { key: 'duty', width: '3fr' },
        ],
      },
      {
        name: 'appointmentDocuments',
        kind: 'list',
        width: 'wide',
        columns: [
          { key: 'number', width: '1fr' },
          { key: 'title', width: '2fr' },
          { key: 'date', width: '150px', kind: 'date' },
          { key: 'signedBy', width: '1fr', account: 'signedByUserId' },
        ],
      },
    ],
  },
  {
    id: 'policy',
    fields: [
      { name: 'policy', kind: 'long', width: 'wide' },
      {
        name: 'objectives',
        kind: 'list',
        width: 'wide',
        columns: [
          { key: 'text', width: '2fr' },
          { key: 'owner', width: '1fr', account: 'ownerUserId' },
          { key: 'measure', width: '2fr' },
          { key: 'period', width: '1fr' },
        ],
      },
    ],
  },
  {
    id: 'introduction',
    fields: [
      { name: 'introduction', kind: 'long', width: 'wide' },
      { name: 'standardizationIntroduction', kind: 'long', width: 'wide' },
    ],
  },
];
