import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { workshopPage } from "../../../bin/workshop/page/page.ts";
import { pageLanguages, workshopTextsIn } from "../../../bin/workshop/page/texts.ts";

const assets = { script: "start()", style: "p { margin: 0 }" };
const hashOf = (text: string) => createHash("sha256").update(text).digest("base64");

describe("the workshop's page", () => {
  it("runs its own script and style only, and asks nobody but its own server", () => {
    const { headers } = workshopPage(assets, "en");
    const policy = headers["content-security-policy"];
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`script-src 'sha256-${hashOf(assets.script)}'`);
    expect(policy).toContain(`style-src 'sha256-${hashOf(assets.style)}'`);
    expect(policy).toContain("connect-src 'self'");
  });

  it("is never kept, since each start may make it anew", () => {
    expect(workshopPage(assets, "en").headers["cache-control"]).toBe("no-store");
  });

  it("says everything in either language, each in words of its own", () => {
    const [indonesian, english] = pageLanguages.map(workshopTextsIn);
    const same = Object.entries(indonesian ?? {})
      .filter(([name, text]) => text === english?.[name as keyof typeof english])
      .map(([name]) => name);
    // A word that both have.
    expect(same).toEqual(["toChat"]);
    expect(workshopPage(assets, "id").html).toContain("Ruang kerja");
    expect(workshopPage(assets, "en").html).not.toContain("Ruang kerja");
  });
});
