/** Where PgBouncer is, if it is installed. */
export function poolerProgram(): string | undefined;

export function poolerOf(settings: {
  /** For its settings; the user of the database must be able to enter. */
  folder: string;
  port: number;
  /** Its host may be the folder of a socket. */
  database: { host: string; port: number | string };
  passwords: Readonly<Record<'app' | 'jobs', string>>;
  /** To each database, for each role. */
  connections: number;
}): { program: string; args: string[]; options: { uid?: number; gid?: number; cwd: string } };
