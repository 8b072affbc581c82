/** The seven steps of a session, in the words of the series. */
export const STEPS: readonly { readonly name: string; readonly text: string }[] = [
  {
    name: "Situation",
    text: "What keeps failing, what goes on working beside it, which fixes were tried and what came next. Trouble that returns to one place is the strongest evidence there is. If the situation speaks against a structural cause, you are told so, with what would help instead, and may go on.",
  },
  {
    name: "Sketch",
    text: "Components, connections, boundaries, and the objects that travel. You draw it, import it, or start from a published case.",
  },
  {
    name: "Seams",
    text: "You mark the places where two components have to agree, whether or not they are connected. The engine proposes others, and for each says by which mechanism it would fail, what in the sketch made it think so, and how sure it is.",
  },
  {
    name: "Questions",
    text: "One at a time, about one named element, the one expected to settle most first. Each says why it is asked and what every answer would mean. That nobody knows is an answer, and a telling one. A team can answer blind and reveal together; where the builders of a layer and those who rely on it differ, the difference is kept as evidence.",
  },
  {
    name: "Invariants",
    text: "For each seam one checkable sentence in the words of your sketch, with its rung on the ladder and the conditions it was shown under. The engine drafts it and you correct it.",
  },
  {
    name: "Absent layer, move, migration",
    text: "The layer that is not there, the moves that would add it, and a trial of each on a copy of the sketch, which shows where the contradiction goes next.",
  },
  {
    name: "Findings",
    text: "A report to hand over and a register to keep: owner, check, last verification. No structural seam found is a legal result, with what was asked and what would change it.",
  },
];
