import { loadModel, MODEL_KEYS } from "./catalogue.ts";
import type { Model } from "./model.ts";

/** All models at once, for the server and for tests. A browser loads the one it shows. */
export const MODELS: readonly Model[] = await Promise.all(MODEL_KEYS.map(loadModel));

export function findModel(key: string): Model | undefined {
  return MODELS.find((model) => model.key === key);
}
