export interface AskField {
  readonly name: string;
  readonly label: string;
  readonly value?: string;
  readonly isRequired?: boolean;
  readonly isLong?: boolean;
  readonly max?: number;
}

export interface Question {
  readonly title: string;
  readonly text?: string;
  readonly fields?: readonly AskField[];
  /** The word on the button that does it. */
  readonly done: string;
  readonly isDanger?: boolean;
  /** Does it; gives back what is wrong. The dialog then stays open with everything typed. */
  readonly submit: (
    values: Readonly<Record<string, string>>,
  ) => string | null | Promise<string | null>;
}

export interface Choice {
  readonly id: string;
  readonly code: string;
  readonly label: string;
  readonly hint?: string;
}

export interface ChoiceQuestion {
  readonly title: string;
  readonly choices: readonly Choice[];
  readonly choose: (id: string) => void;
}
