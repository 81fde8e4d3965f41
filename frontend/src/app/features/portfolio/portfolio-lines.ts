import {
  type ClientStage,
  type PortfolioClient,
  type PortfolioGroup,
  type PortfolioView,
  groupClients,
  sortClients,
  stageOf,
} from '@liangxing/contracts';

/** A line of the list: the head of a group, or a client with what is shown of it. */
export type PortfolioLine =
  | {
      readonly kind: 'group';
      readonly group: PortfolioGroup;
      readonly key: string;
      readonly count: number;
    }
  | {
      readonly kind: 'client';
      readonly client: PortfolioClient;
      readonly stage: ClientStage | null;
    };

/** Clients in the order and the groups of the view. */
export function linesOf(
  clients: readonly PortfolioClient[],
  view: Pick<PortfolioView, 'sort' | 'isDescending' | 'group'>,
): readonly PortfolioLine[] {
  return groupClients(sortClients(clients, view), view.group).flatMap(
    ({ key, clients: members }) => {
      const lines = members.map((client): PortfolioLine => ({
        kind: 'client',
        client,
        stage: stageOf(client.parts),
      }));
      if (view.group === 'none') return lines;
      return [{ kind: 'group', group: view.group, key, count: members.length }, ...lines];
    },
  );
}
