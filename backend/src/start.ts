import { ConfigError } from './config/config';
import { DatabaseUnreachableError } from './kernel/database/database.module';
import { UnsafeRoleError } from './kernel/database/role-check';

/** Exit codes that a supervisor can tell apart (sysexits.h): wrong settings, service unavailable, anything else. */
const exitCodes = { config: 78, unavailable: 69, other: 1 } as const;

/** Whoever stops a program waits ten seconds; what then still hangs has no more to lose. */
const stopMilliseconds = 9_500;

/** Runs a program; an expected reason for not starting is one clear message, not a stack. */
export function start(program: () => Promise<void>): void {
  // The launcher holds the other end; when it is gone this program has no one to serve.
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () =>
      setTimeout(() => process.exit(exitCodes.other), stopMilliseconds).unref(),
    );
  // Whoever started it may wait for this.
  const told = program().then(() => process.send?.('ready'));
  told.catch((error: unknown) => {
    const isExpected =
      error instanceof ConfigError ||
      error instanceof UnsafeRoleError ||
      error instanceof DatabaseUnreachableError;
    const text = error instanceof Error ? (isExpected ? error.message : error.stack) : error;
    process.stderr.write(`${String(text)}\n`);
    process.exit(
      error instanceof DatabaseUnreachableError
        ? exitCodes.unavailable
        : isExpected
          ? exitCodes.config
          : exitCodes.other,
    );
  });
}
