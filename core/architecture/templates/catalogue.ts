import { agentSandbox } from "./agent-sandbox.ts";
import { authorizationGateway } from "./authorization-gateway.ts";
import { cacheBeforeStore } from "./cache-before-store.ts";
import { controlPlaneFleet } from "./control-plane-fleet.ts";
import { deliveryPipeline } from "./delivery-pipeline.ts";
import { eventDrivenOutbox } from "./event-driven-outbox.ts";
import { multiRegionFailover } from "./multi-region-failover.ts";
import type { Template } from "./template.ts";
import { threeTierWeb } from "./three-tier-web.ts";

/** Every sketch to start from, the most familiar first. */
export const TEMPLATES: readonly Template[] = [
  threeTierWeb,
  eventDrivenOutbox,
  cacheBeforeStore,
  authorizationGateway,
  controlPlaneFleet,
  deliveryPipeline,
  agentSandbox,
  multiRegionFailover,
];
