export interface TestTool {
  readonly name: string;
  readonly variable: string;
  readonly paths: readonly string[];
  readonly packages: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

export declare const testTools: readonly TestTool[];
export declare const toolPath: (tool: TestTool, env?: Environment) => string | undefined;
export declare const ensureTestTools: (
  say: (said: string) => void,
  env?: Environment,
  tools?: readonly TestTool[],
) => void;
