import { dehydrate, QueryClient } from "@tanstack/react-query";
import { ConsolePage } from "#components/console/console-page.tsx";
import { ConsoleQueries } from "#components/console/console-queries.tsx";
import { inboxKey, situationKey } from "#components/console/triage/inbox-keys.ts";
import { Triage } from "#components/console/triage/triage.tsx";
import { may, type User } from "#core/access/policy.ts";
import { readCursor, readFilters } from "#core/triage/filters.schema.ts";
import type { SituationDetail } from "#core/triage/situation-view.ts";
import { listChoices } from "#server/services/engagements.ts";
import { listInbox, readColleagues } from "#server/services/read-situations.ts";

/** The query of an address, as Next hands it to a page. */
export type Search = Readonly<Record<string, string | readonly string[] | undefined>>;

interface TriagePageProps {
  readonly user: User;
  readonly search: Search;
  /** The situation that is open. */
  readonly detail?: SituationDetail;
}

/** The inbox as the server finds it, which the browser then keeps up to date. */
export async function TriagePage({ user, search, detail }: TriagePageProps) {
  const first = (name: string) => [search[name]].flat()[0];
  const filters = readFilters(first);
  const after = readCursor(first("after"));
  const [list, colleagues, engagements] = await Promise.all([
    listInbox(user, { ...filters, ...(after !== undefined && { after }) }),
    readColleagues(user),
    listChoices(user),
  ]);
  const client = new QueryClient();
  if (list.ok) client.setQueryData(inboxKey(filters), { pages: [list.value], pageParams: [after ?? null] });
  if (detail !== undefined) client.setQueryData(situationKey(detail.id), detail);
  return (
    <ConsolePage user={user} heading="Inbox">
      <ConsoleQueries>
        <Triage
          found={dehydrate(client)}
          me={{ id: user.id, name: user.name }}
          colleagues={colleagues.ok ? colleagues.value : []}
          engagements={engagements.ok ? engagements.value : []}
          mayErase={may(user, "situation.erase")}
        />
      </ConsoleQueries>
    </ConsolePage>
  );
}
