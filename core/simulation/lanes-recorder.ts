import { invariant } from "../invariant.ts";
import type { Interval, LanesRun, Message, Model, Settings, StripPiece, Tone } from "./model.ts";

/** A model whose runs are operations between a few participants. */
export interface LanesModel extends Model {
  readonly run: (settings: Settings, seed: number) => LanesRun;
}

const MOST_LANES = 5;
const MOST_MESSAGES = 16;

type Ending = Pick<LanesRun, "duration" | "unit" | "invariant" | "lanes" | "shaded" | "summary" | "outcome">;

/** Writes down what happens while it happens, and makes a run of it. Things may be told in any order. */
export class LanesRecorder {
  readonly #spans: LanesRun["spans"][number][] = [];
  readonly #messages: Message[] = [];
  readonly #states: LanesRun["states"][number][] = [];
  readonly #moments: LanesRun["moments"][number][] = [];
  readonly #verdicts: { readonly at: number; readonly state: StripPiece["state"] }[] = [];

  say(at: number, text: string): void {
    this.#moments.push({ at, text });
  }

  send(message: Message): void {
    this.#messages.push(message);
  }

  hold(lane: string, at: number, value: string, tone: Tone = "plain"): void {
    this.#states.push({ lane, at, value, tone });
  }

  busy(lane: string, { from, to }: Interval, label: string, tone: Tone = "plain"): void {
    if (to > from) this.#spans.push({ lane, from, to, label, tone });
  }

  /** How the invariant stands from this moment on. It holds until the first verdict. */
  judge(at: number, holds: boolean): void {
    this.#verdicts.push({ at, state: holds ? "holds" : "broken" });
  }

  finish(ending: Ending): LanesRun {
    invariant(ending.lanes.length <= MOST_LANES, "a drawing has at most five lanes");
    invariant(this.#messages.length <= MOST_MESSAGES, "a drawing has at most sixteen messages");
    invariant(
      this.#verdicts.every(({ at }) => at < ending.duration),
      "every verdict shows on the strip",
    );
    return {
      kind: "lanes",
      ...ending,
      strip: stripOf(this.#verdicts, ending.duration),
      spans: this.#spans.toSorted((a, b) => a.from - b.from),
      messages: this.#messages.toSorted((a, b) => a.sent - b.sent),
      states: lastOfEachMoment(this.#states).toSorted((a, b) => a.at - b.at),
      moments: this.#moments.toSorted((a, b) => a.at - b.at),
    };
  }
}

/** Nobody holds two things from one moment on: what was told last replaces what was told of it before. */
function lastOfEachMoment(states: LanesRun["states"]): LanesRun["states"] {
  const last = new Map(states.map((state) => [`${state.lane} ${state.at}`, state]));
  return states.filter((state) => last.get(`${state.lane} ${state.at}`) === state);
}

/** Pieces from 0 to the duration; of several verdicts at one moment the last counts. */
function stripOf(
  verdicts: readonly { readonly at: number; readonly state: StripPiece["state"] }[],
  duration: number,
): readonly StripPiece[] {
  const inOrder = verdicts.toSorted((a, b) => a.at - b.at);
  const strip: StripPiece[] = [];
  [{ at: 0, state: "holds" as const }, ...inOrder].forEach(({ at: from, state }, index) => {
    const to = inOrder[index]?.at ?? duration;
    const last = strip.at(-1);
    if (to <= from) return;
    if (last?.state === state) strip[strip.length - 1] = { ...last, to };
    else strip.push({ from, to, state });
  });
  return strip;
}
