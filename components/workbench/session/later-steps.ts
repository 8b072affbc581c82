/** Every step but the first that a newcomer sees, and how far all have come. */
export { FindingsStep as findings } from "./findings-step.tsx";
export { FitStep as fit } from "./fit-step.tsx";
export { InvariantsStep as invariants } from "./invariants-step.tsx";
export { MoveStep as move } from "./move-step.tsx";
export { QuestionsStep as questions } from "./questions-step.tsx";
export { SeamsStep as seams } from "./seams-step.tsx";
export { progressOf } from "./progress.ts";
