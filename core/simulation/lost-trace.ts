import type { LanesModel } from "./lanes-recorder.ts";
import { carriageOf, runLostTrace } from "./lost-trace.run.ts";
import { passesContext, QUEUES, VERSIONS } from "./lost-trace.spans.ts";
import type { Condition, Settings } from "./model.ts";
import { seededRandom } from "./random.ts";
import { choicesOf, numberOf, numberSetting } from "./setting.ts";

/** Requests that pass a queue, one of which fails at the far end. */
export const lostTrace: LanesModel = {
  key: "lost-trace",
  title: "The lost trace",
  question: "Which request was it that failed at the last hop?",
  assumptions: [
    "Gateway, service, worker and store report a span for each request, and no report is lost. The queue reports none.",
    "Headers are those of W3C Trace Context and Baggage. A reader of version 00 begins a trace where it finds another version; other readers take from later versions what version 00 would say.",
    "Trace and baggage are headers of their own: a queue that begins a trace passes the baggage on. A queue that drops headers drops both.",
    "A queue that takes less baggage than there is drops whole members from the end. The seed draws their order.",
    "Service and worker do one thing at a time. The worker takes any of the waiting messages, so their order says nothing.",
    "The operator has the reports and nothing else, and starts at the span that failed. Where the spans end early, it may have been every request that had come in by then.",
  ],
  settings: [
    { shape: "choice", key: "queue", label: "The queue", choices: choicesOf(QUEUES), initial: "dropped" },
    {
      shape: "choice",
      key: "version",
      label: "The gateway writes",
      choices: choicesOf(VERSIONS),
      initial: "00",
    },
    numberSetting("limit", "Baggage that the queue takes", "characters", [0, 8_192, 16, 8_192]),
    numberSetting("requests", "Requests", "", [1, 3, 1, 3]),
  ],
  policies: [
    {
      key: "dropped",
      label: "Context dropped at the queue",
      says: "The message has a body and no headers, so the worker begins a trace of its own.",
      settings: { queue: "dropped" },
    },
    {
      key: "traceparent",
      label: "Trace context in the message headers",
      says: "The context of the sender is a header of the message, and the worker goes on with it.",
      settings: { queue: "forwarded" },
    },
    {
      key: "restarted",
      label: "Restarted by an intermediary",
      says: "The gateway writes a later version than the queue can read. The queue begins a trace of its own.",
      settings: { queue: "strict", version: "01" },
    },
    {
      key: "truncated",
      label: "Baggage truncated",
      says: "The trace is whole, and the queue keeps only as much baggage as it takes.",
      settings: { queue: "forwarded", limit: 48 },
    },
  ],
  seed: 80,
  condition,
  run: (settings, seed) => runLostTrace(settings, seededRandom(seed)),
};

function condition(settings: Settings): Condition {
  const losing = passesContext(carriageOf(settings)) ? 0 : 1;
  const requests = numberOf(settings, "requests");
  return {
    formula: "traces = requests × (1 + hops that lose the context) = requests",
    filledIn: `${requests} × (1 + ${losing}) = ${requests * (1 + losing)} ${losing === 0 ? "=" : "≠"} ${requests}`,
    holds: losing === 0,
  };
}
