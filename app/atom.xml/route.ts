import { casesFeed } from "../series-feed.ts";

export function GET(): Response {
  return new Response(casesFeed().atom1(), {
    headers: { "Content-Type": "application/atom+xml; charset=utf-8" },
  });
}
