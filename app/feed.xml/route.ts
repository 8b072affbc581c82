import { casesFeed } from "../series-feed.ts";

export function GET(): Response {
  return new Response(casesFeed().rss2(), {
    headers: { "Content-Type": "application/rss+xml; charset=utf-8" },
  });
}
