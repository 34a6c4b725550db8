// The kinds of request whose cost is measured, each as the front door hands it over.
import { pageView, type SampleRequest } from "../../../bin/cost/sample.ts";
import { makeDelivery } from "../../../bin/trial/deliveries.ts";
import type { WorldOptions } from "./world.ts";
import { values } from "./world.ts";

export interface RequestKind {
  readonly name: string;
  readonly knows: WorldOptions["knows"];
  /** Whether the store or a platform is asked at all. */
  readonly waits: boolean;
  /** Whether the text is matched. */
  readonly matches: boolean;
  readonly status: number;
  /** Whether the reply is a call to the platform. */
  readonly repliesByCall?: true;
  /** How such a message ends in the log, if it is one. */
  readonly ending?: string;
  readonly make: (text: string) => SampleRequest;
}

export const requestKinds: readonly RequestKind[] = [
  {
    name: "a question on the chat page",
    knows: "nothing",
    waits: true,
    matches: true,
    status: 200,
    ending: "replied",
    make: (text) => ({
      method: "POST",
      path: "/chat",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ text }),
    }),
  },
  {
    name: "a question over WhatsApp",
    knows: "nothing",
    waits: true,
    matches: true,
    status: 200,
    repliesByCall: true,
    ending: "replied",
    make: overWhatsApp,
  },
  {
    name: "a copy of one",
    knows: "everything",
    waits: true,
    matches: true,
    status: 200,
    ending: "duplicate",
    make: overWhatsApp,
  },
  {
    name: "one with a wrong signature",
    knows: "nothing",
    waits: false,
    matches: false,
    status: 401,
    make(text) {
      const request = overWhatsApp(text);
      const forged = `sha256=${"0".repeat(64)}`;
      return { ...request, headers: { ...request.headers, "x-hub-signature-256": forged } };
    },
  },
  {
    name: "the chat page itself, gzipped",
    knows: "nothing",
    waits: false,
    matches: false,
    status: 200,
    make: pageView,
  },
];

function overWhatsApp(text: string): SampleRequest {
  const delivery = makeDelivery("whatsapp", { kind: "text", text }, values);
  if (!delivery) throw new Error("No delivery of WhatsApp's is known to have a text");
  return { method: "POST", path: "/webhooks/whatsapp", ...delivery };
}
