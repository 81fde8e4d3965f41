import type { Client } from 'pg';

export function provision(
  admin: Client,
  settings: {
    database: string;
    passwords: { migrator: string; app: string; jobs: string };
  },
): Promise<void>;
