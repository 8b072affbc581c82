import { correctionsFeed } from "../series-feed.ts";

export function GET(): Response {
  return new Response(correctionsFeed().rss2(), {
    headers: { "Content-Type": "application/rss+xml; charset=utf-8" },
  });
}
