import { Feed } from "feed";
import { plain } from "#content/generated/cases-plain.ts";
import { cases } from "#content/generated/cases.ts";
import type { CaseEntry } from "#core/series/text-entry.ts";
import { SITE_ADDRESS } from "./site-address.ts";

/** The cases as a feed, the latest first, each with its whole text. */
export function casesFeed(): Feed {
  const feed = emptyFeed(
    "Seamark: cases",
    "/cases",
    "Documented failures of agreements that nobody wrote down.",
  );
  for (const { matter } of cases.toSorted(latestFirst)) {
    const link = `${SITE_ADDRESS}/cases/${matter.slug}`;
    feed.addItem({
      id: `${SITE_ADDRESS}/cases/${matter.id}`,
      title: matter.title,
      link,
      description: matter.dek,
      content: plain[matter.slug]?.html ?? "",
      published: new Date(matter.published),
      date: new Date(matter.updated),
      category: [{ name: matter.zone }, { name: matter.mechanism }],
    });
  }
  return feed;
}

/** What was corrected in published cases, the latest first. */
export function correctionsFeed(): Feed {
  const feed = emptyFeed(
    "Seamark: corrections",
    "/colophon",
    "What was wrong in published cases, and what they say now.",
  );
  const corrected = cases.flatMap(({ matter }) =>
    matter.corrections.map((correction) => ({ matter, correction })),
  );
  for (const { matter, correction } of corrected.toSorted((a, b) =>
    a.correction.date < b.correction.date ? 1 : -1,
  )) {
    const link = `${SITE_ADDRESS}/cases/${matter.slug}#corrections`;
    feed.addItem({
      id: `${SITE_ADDRESS}/cases/${matter.id}/corrections/${correction.version}/${correction.part}`,
      title: `${matter.title}: version ${correction.version}`,
      link,
      description: `“${correction.was}” now says “${correction.now}”`,
      date: new Date(correction.date),
    });
  }
  return feed;
}

function emptyFeed(title: string, path: string, description: string): Feed {
  const latest = cases.map(({ matter }) => matter.updated).reduce((a, b) => (a > b ? a : b), "1970-01-01");
  return new Feed({
    id: `${SITE_ADDRESS}${path}`,
    link: `${SITE_ADDRESS}${path}`,
    title,
    description,
    language: "en",
    copyright: "Seamark",
    updated: new Date(latest),
    generator: "Seamark",
    feedLinks: {
      rss: `${SITE_ADDRESS}/feed.xml`,
      atom: `${SITE_ADDRESS}/atom.xml`,
      json: `${SITE_ADDRESS}/feed.json`,
    },
  });
}

function latestFirst(a: CaseEntry, b: CaseEntry): number {
  if (a.matter.updated !== b.matter.updated) return a.matter.updated < b.matter.updated ? 1 : -1;
  return a.matter.id < b.matter.id ? 1 : -1;
}
