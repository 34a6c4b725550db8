// Every channel there is keeps the contract; a new one only needs a sample.
import { describe, expect, it } from "vitest";
import { readSettings } from "../../functions/webhook/settings.ts";
import { describeChannel } from "./channel-contract.ts";
import { channelSamples } from "./samples/index.ts";

for (const [name, sample] of channelSamples) describeChannel(name, sample);

describe("the list of channels", () => {
  it("turns none on without settings", () => {
    const PEPPER = Buffer.alloc(32, 1).toString("base64");
    expect(readSettings({ PEPPER }).channels).toEqual({});
  });
});
