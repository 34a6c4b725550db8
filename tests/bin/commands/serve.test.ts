// `npm start`: what it answers, that it counts, and how it takes changes of the FAQ.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, describe, expect, it, onTestFinished } from "vitest";
import { dayOf } from "../../../functions/webhook/counts/day.ts";
import { readEmbeddedCounts } from "../../../functions/webhook/counts/embedded.ts";
import { copyOfLibraryFaq, ended, libraryFaq, makeFolder, runFaq, startFaq } from "../run-faq.ts";
import { serve } from "../serving.ts";

const folder = makeFolder();
afterAll(folder.remove);

async function ask(origin: string, text: string) {
  const response = await fetch(`${origin}/chat`, {
    method: "POST",
    body: JSON.stringify({ text }),
  });
  expect(response.status).toBe(200);
  return response.json() as Promise<{ entry: string | null; text: string }>;
}

const dataDir = (name: string) => join(folder.path, name);
const hours = "visiting/opening-hours.yaml";
const fixtureHours = readFileSync(join(libraryFaq, hours), "utf8");
const withAnswer = (answer: string) => fixtureHours.replace("Every day from 9 to 20.", answer);

describe("a server", () => {
  it("says on stdout where it listens, answers and counts", async () => {
    const directory = dataDir("counting");
    const { origin } = await serve(libraryFaq, directory);
    expect(await ask(origin, "what time do you open")).toMatchObject({
      outcome: "answer",
      entry: "opening-hours",
      text: "Every day from 9 to 20.",
    });
    const page = await fetch(origin);
    expect(page.headers.get("content-type")).toContain("text/html");

    const today = dayOf(Date.now());
    const counts = await readEmbeddedCounts(directory, today, today);
    expect(counts).toEqual([
      {
        day: today,
        entry: "opening-hours",
        language: "en",
        channel: "web",
        outcome: "answer",
        n: 1,
      },
    ]);
    const second = await runFaq(["serve", "--faq", libraryFaq], {
      dataDir: directory,
      env: { PORT: "0" },
    });
    expect(second.stderr).toContain("is in use by process");
    expect(second.stderr).not.toMatch(/^ +at /m);
    expect(second.status).toBe(1);
  });

  it("takes a change of the FAQ, whichever way an editor saves, and keeps the last good one", async () => {
    const faq = copyOfLibraryFaq();
    const { origin, wrote } = await serve(faq, dataDir("changing"));

    writeFileSync(join(faq, hours), withAnswer("Never."));
    await expect
      .poll(() => ask(origin, "opening hours"), patience)
      .toMatchObject({ text: "Never." });

    writeFileSync(join(faq, hours), "question: {id: Kapan?\n");
    await wrote(/opening-hours\.yaml:\d+:\d+ error: .*\n(.*\n)*The last good FAQ stays in use\./);
    expect(await ask(origin, "opening hours")).toMatchObject({ text: "Never." });

    for (const answer of ["Always.", "At times."]) {
      writeFileSync(join(faq, "saved.tmp"), withAnswer(answer));
      renameSync(join(faq, "saved.tmp"), join(faq, hours));
      await expect
        .poll(() => ask(origin, "opening hours"), patience)
        .toMatchObject({ text: answer });
    }

    mkdirSync(join(faq, "pets"));
    writeFileSync(
      join(faq, "pets/dogs.yaml"),
      "answer: {id: Boleh., en: Dogs may come along.}\nphrasings: {id: [bawa anjing boleh, anjing], en: [may I bring my dog, dogs]}\n",
    );
    await expect
      .poll(() => ask(origin, "may I bring my dog"), patience)
      .toMatchObject({ entry: "dogs" });
  });
});

/** For what has no event to wait for. */
const patience = { timeout: 20_000, interval: 100 };

describe("the start ends with a sentence", () => {
  it.each<[string, Record<string, string>, string]>([
    ["PORT is no number", { PORT: "abc" }, 'PORT is "abc"'],
    ["PORT is no port", { PORT: "65536" }, 'PORT is "65536"'],
    ["a setting is empty", { WHATSAPP_APP_SECRET: "" }, "WHATSAPP_APP_SECRET is empty"],
    ["a setting is unknown", { WHATSAPP_FOO: "1" }, "WHATSAPP_FOO is not a setting"],
    ["a setting is malformed", { MESSAGE_MAX_AGE_S: "soon" }, "MESSAGE_MAX_AGE_S does not have"],
    ["DATA_DIR is empty", { DATA_DIR: "" }, "DATA_DIR is empty"],
  ])("and status 2 where %s", async (_, env, sentence) => {
    const { status, stdout, stderr } = await runFaq(["serve", "--faq", libraryFaq], {
      dataDir: dataDir("refused"),
      env: { PORT: "0", ...env },
    });
    expect(stderr).toContain(sentence);
    expect(stderr).not.toMatch(/^ +at /m);
    expect(stdout).toBe("");
    expect(status).toBe(2);
  });

  it("and status 2 where there is no FAQ", async () => {
    const { status, stderr } = await runFaq(["serve", "--faq", "no-such"], {
      dataDir: dataDir("refused"),
      env: { PORT: "0" },
    });
    expect(stderr).toContain('There is no folder "no-such"');
    expect(status).toBe(2);
  });

  it("and status 1 where the port is taken", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    onTestFinished(() => void other.close());
    const { port } = other.address() as { port: number };
    const { status, stderr } = await runFaq(["serve", "--faq", libraryFaq], {
      dataDir: dataDir("refused"),
      env: { PORT: String(port) },
    });
    expect(stderr).toContain(`Port ${port}`);
    expect(stderr).not.toMatch(/^ +at /m);
    expect(status).toBe(1);
  });
});

it("warns of settings that are probably forgotten", async () => {
  const child = startFaq(["serve", "--faq", libraryFaq], {
    dataDir: dataDir("warning"),
    env: { PORT: "0", WHATSAPP_APP_SECRET: "invented" },
  });
  const hasEnded = ended(child);
  child.stdout.once("data", () => child.kill());
  expect((await hasEnded).stderr).toContain("WhatsApp is off: it also needs");
});
