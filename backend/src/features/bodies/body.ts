/** What an applicant hands in, as the body asks for it. */
export interface AskedMaterial {
  readonly title: string;
  readonly note: string;
}

/** What a body (评价组织) says of itself to enterprises. */
export interface BodyFacts {
  readonly isAccepting: boolean;
  readonly introduction: string;
  readonly contact: string;
  /** As text: each body has its own. */
  readonly fees: string;
  readonly materials: readonly AskedMaterial[];
}

export interface BodyProfile extends BodyFacts {
  /** 0: nobody has written anything yet. */
  readonly version: number;
}

/** One that takes applications, as an enterprise sees it. */
export interface AcceptingBody extends Omit<BodyFacts, 'isAccepting'> {
  readonly id: string;
  readonly name: string;
  readonly creditCode: string;
}
