import { casesFeed } from "../series-feed.ts";

export function GET(): Response {
  return new Response(casesFeed().json1(), {
    headers: { "Content-Type": "application/feed+json; charset=utf-8" },
  });
}
