export interface Part {
  /** How it ended, whoever ended it. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

export interface Told {
  restarted(name: string, reason: string): void;
  gaveUp(name: string, reason: string): void;
}

export declare const bound: { readonly ends: number; readonly withinMilliseconds: number };

export declare const supervise: (
  name: string,
  start: () => Promise<Part>,
  tell: Told,
  isFinal?: (reason: string) => boolean,
) => Promise<{ stop(): Promise<void> }>;
