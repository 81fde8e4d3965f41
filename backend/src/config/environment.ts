/** The environment cannot be used; each line names a variable and what it should be, never its value. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`Settings are not right:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

/** Reads variables and gathers every problem, so that one start names all of them. An empty variable counts as unset. */
export class Environment {
  private readonly problems: string[] = [];

  constructor(private readonly variables: Readonly<Record<string, string | undefined>>) {}

  text(name: string, fallback?: string): string {
    const value = this.variables[name]?.trim();
    if (value) return value;
    return fallback ?? this.refuse(name, 'is missing', '');
  }

  secret(name: string, minLength: number): string {
    const value = this.text(name);
    if (value !== '' && value.length < minLength)
      return this.refuse(name, `must have at least ${minLength} characters`, '');
    return value;
  }

  integer(name: string, fallback: number, min: number, max: number): number {
    const value = this.text(name, String(fallback));
    const parsed = /^\d{1,15}$/.test(value) ? Number(value) : NaN;
    if (parsed >= min && parsed <= max) return parsed;
    return this.refuse(name, `must be a whole number from ${min} to ${max}`, fallback);
  }

  flag(name: string, fallback: boolean): boolean {
    return this.oneOf(name, ['true', 'false'] as const, fallback ? 'true' : 'false') === 'true';
  }

  oneOf<const T extends string>(name: string, choices: readonly T[], fallback: T): T {
    const value = this.text(name, fallback);
    return (
      choices.find((choice) => choice === value) ??
      this.refuse(name, `must be one of ${choices.join(', ')}`, fallback)
    );
  }

  url(name: string, protocols: readonly string[], fallback?: string): string {
    const value = this.text(name, fallback);
    if (value === '' || value === fallback) return value;
    const parsed = URL.canParse(value) ? new URL(value) : undefined;
    if (parsed && protocols.includes(parsed.protocol)) return value;
    const schemes = protocols.map((protocol) => `${protocol}//`).join(' or ');
    return this.refuse(name, `must be an address that begins with ${schemes}`, '');
  }

  /** @throws ConfigError when anything read so far was wrong */
  check(): void {
    if (this.problems.length > 0) throw new ConfigError(this.problems);
  }

  /** Notes a problem and goes on with something else, so that the other variables are looked at too. */
  refuse<T>(name: string, problem: string, instead: T): T {
    this.problems.push(`${name} ${problem}`);
    return instead;
  }
}
