/** One move in the life of something: what it may be before, and what it is after. */
export interface Move<State extends string> {
  readonly from: readonly State[];
  readonly to: State;
}

/** Every move there is, by its verb. */
export type Moves<State extends string> = Readonly<Record<string, Move<State>>>;

/**
 * A table of moves, checked where it is written down: a process whose tables are wrong does not start.
 * @param name of what moves, for the error
 * @param states every state; the first one is where it begins
 * @throws Error that names the table and what is wrong with it
 */
export function movesOf<State extends string, const Table extends Moves<State>>(
  name: string,
  states: readonly State[],
  table: Table,
): Table {
  const [wrong] = checkMoves(states, table);
  if (wrong !== undefined) throw new Error(`the moves of ${name}: ${wrong}`);
  return table;
}

/** What is wrong with a table: states that nobody knows or reaches, moves that go nowhere, two verbs for one step. */
export function checkMoves(states: readonly string[], table: Moves<string>): readonly string[] {
  const wrong: string[] = [];
  const steps = new Map<string, string>();
  if (new Set(states).size < states.length) wrong.push('a state stands there twice');
  for (const [verb, { from, to }] of Object.entries(table)) {
    if (from.length === 0) wrong.push(`${verb} begins nowhere`);
    for (const state of [...from, to])
      if (!states.includes(state)) wrong.push(`${verb} names the unknown state ${state}`);
    for (const state of from) {
      const step = `${state} → ${to}`;
      const other = steps.get(step);
      if (state === to) wrong.push(`${verb} leads from ${state} to itself`);
      if (other !== undefined) wrong.push(`${other} and ${verb} are one step, ${step}`);
      steps.set(step, verb);
    }
  }
  const reached = new Set(states.slice(0, 1));
  for (const state of reached)
    for (const { from, to } of Object.values(table)) if (from.includes(state)) reached.add(to);
  for (const state of states) if (!reached.has(state)) wrong.push(`nothing leads to ${state}`);
  return wrong;
}

/** Its verbs, in the order of the table. */
export function verbsOf<Table extends Moves<string>>(
  table: Table,
): readonly (keyof Table & string)[] {
  return Object.keys(table);
}

/** A state that a table names. */
type StateIn<Table extends Moves<string>> =
  Table[keyof Table]['to'] | Table[keyof Table]['from'][number];

/** What can be done in this state, in the order of the table. */
export function movesFrom<Table extends Moves<string>>(
  table: Table,
  state: StateIn<Table>,
): readonly (keyof Table & string)[] {
  return verbsOf(table).filter((verb) => table[verb]?.from.includes(state));
}

/** The verb of the step from one state to another; undefined where there is no such step. */
export function moveBetween<Table extends Moves<string>>(
  table: Table,
  from: StateIn<Table>,
  to: StateIn<Table>,
): (keyof Table & string) | undefined {
  return movesFrom(table, from).find((verb) => table[verb]?.to === to);
}
