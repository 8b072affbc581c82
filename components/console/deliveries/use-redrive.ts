import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { DeliveryList, DeliverySummary, Redrive, Redriven } from "#core/delivery/console.ts";
import { askApi } from "../ask-api.ts";

export const DELIVERIES_KEY = "deliveries";

/** Tries dead deliveries again. They are shown as pending at once, and as they were when the server says no. */
export function useRedrive() {
  const client = useQueryClient();
  const lists = { queryKey: [DELIVERIES_KEY] };
  return useMutation({
    mutationFn: (redrive: Redrive) => askApi<Redriven>("/api/console/deliveries/redrive", redrive),
    onMutate: async (redrive) => {
      await client.cancelQueries(lists);
      const before = client.getQueriesData<DeliveryList>(lists);
      client.setQueriesData<DeliveryList>(lists, (list) => list && expect(list, redrive));
      return before;
    },
    onError: (_problem, _redrive, before) => {
      for (const [key, list] of before ?? []) client.setQueryData(key, list);
    },
    onSettled: () => client.invalidateQueries(lists),
  });
}

/** The list as it will be when the server has done what it is asked for. */
function expect(list: DeliveryList, redrive: Redrive): DeliveryList {
  const isMeant = ({ id, kind, state }: DeliverySummary): boolean =>
    state === "dead" && ("ids" in redrive ? redrive.ids.includes(id) : kind === redrive.kind);
  const count = "ids" in redrive ? list.deliveries.filter(isMeant).length : list.counts.dead;
  return {
    ...list,
    deliveries: list.deliveries.map((delivery) =>
      isMeant(delivery) ? { ...delivery, state: "pending", problem: null, deadAt: null } : delivery,
    ),
    counts: { ...list.counts, dead: list.counts.dead - count, pending: list.counts.pending + count },
  };
}
