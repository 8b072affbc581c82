import type { Mechanism } from "../diagnosis/mechanism.ts";
import { evaluatedNotExecuted } from "./evaluated-not-executed.ts";

/** Every mechanism the engine knows, by key. The engine never imports this list: whoever diagnoses passes it in. */
export const CATALOGUE: readonly Mechanism[] = [evaluatedNotExecuted];
