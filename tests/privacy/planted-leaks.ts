// Leaks that a careless change might bring, each planted in the source.
import type { Edit } from "./build.ts";
import type { Place } from "./tally.ts";

export interface Leak {
  /** Completes: a build in which … */
  readonly what: string;
  readonly edits: readonly Edit[];
  /** Where something of somebody is found then. */
  readonly place: Place;
}

/** Replaces a text in a file of the function. */
function edit(file: string, from: string, to: string): Edit {
  return { file: `functions/webhook/${file}`, from, to };
}

const beforeItIsStale = "if (isStale(message, world)) {";
const hashWithKey = 'const code = createHmac("sha256", pepper)';
const firstOfHandler = "// Not the request's fault:";

export const leaks: readonly Leak[] = [
  {
    what: "the log takes a text",
    edits: [
      edit("log.ts", "status, ms }) => {", "status, ms, ...rest }) => {"),
      edit("log.ts", "      build,\n    };", "      build,\n      ...rest,\n    };"),
      edit(
        "bot.ts",
        beforeItIsStale,
        `world.log({ level: "info", event: "message", text: message.content.text });
         ${beforeItIsStale}`,
      ),
    ],
    place: "stdout",
  },
  {
    what: "the message of an error is logged as its code",
    edits: [
      edit("log-codes.ts", "logCode(error.name)", "error.message"),
      edit("log.ts", "isLogCode(code) ? code : undefined", "code"),
    ],
    place: "stdout",
  },
  {
    what: "the id of a message is hashed without a key",
    edits: [
      edit("counts/event-key.ts", "import { createHmac }", "import { createHash, createHmac }"),
      edit("counts/event-key.ts", hashWithKey, 'const code = createHash("sha256")'),
    ],
    place: "stored",
  },
  {
    what: "the id of a message is hashed with an empty key",
    edits: [edit("counts/event-key.ts", hashWithKey, 'const code = createHmac("sha256", "")')],
    place: "stored",
  },
  {
    what: "the id of a message is its key",
    edits: [
      edit(
        "attempt.ts",
        "eventKey: key,",
        "eventKey: Buffer.from(message.id).toString('base64url'),",
      ),
    ],
    place: "stored",
  },
  {
    what: "what was asked is part of what is counted",
    edits: [
      edit(
        "attempt.ts",
        "sk: countKey({ ...counted, channel }, names),",
        'sk: countKey({ ...counted, channel }, names) + "#" + (message.content.text ?? ""),',
      ),
    ],
    place: "stored",
  },
  {
    what: "a header comes back in the response",
    edits: [
      edit(
        "handler.ts",
        "return writeResult(await route(readEvent(event), { startedAt, endBy }));",
        `const result = writeResult(await route(readEvent(event), { startedAt, endBy }));
         const id = event.headers?.["x-request-id"] ?? "";
         return { ...result, headers: { ...result.headers, "x-request-id": id } };`,
      ),
    ],
    place: "answered",
  },
  {
    what: "an answer repeats the question",
    edits: [
      edit(
        "bot.ts",
        "reply: answerTo(tag, response.reply)",
        `reply: {
           ...answerTo(tag, response.reply),
           text: [content.text, response.reply.text].filter(Boolean).join(": "),
         }`,
      ),
    ],
    place: "sent",
  },
  {
    what: "the one catch prints the error",
    edits: [edit("handler.ts", firstOfHandler, `console.error(error);\n      ${firstOfHandler}`)],
    place: "stderr",
  },
  {
    what: "something is warned of",
    edits: [
      edit(
        "bot.ts",
        beforeItIsStale,
        `process.emitWarning("Slow: " + JSON.stringify(message));\n  ${beforeItIsStale}`,
      ),
    ],
    place: "stderr",
  },
  {
    what: "what a platform answers is printed",
    edits: [
      edit(
        "deliver.ts",
        "const answer = await readSome(response);",
        "const answer = await readSome(response);\n    console.log(answer);",
      ),
    ],
    place: "stdout",
  },
  {
    what: "a rejection is handled by nobody",
    edits: [
      edit(
        "bot.ts",
        beforeItIsStale,
        `if (message.content.text) void Promise.reject(new Error(message.content.text));
         ${beforeItIsStale}`,
      ),
    ],
    place: "thrown",
  },
  {
    what: "a delivery is written to a file, to look at it",
    edits: [
      edit(
        "receive.ts",
        'import { inParallel } from "./in-parallel.ts";',
        `import { inParallel } from "./in-parallel.ts";
         import { writeFileSync } from "node:fs";
         import { tmpdir } from "node:os";`,
      ),
      edit(
        "receive.ts",
        "const parsed = channel.parse(request);",
        `writeFileSync(tmpdir() + "/delivery.json", request.body);
         const parsed = channel.parse(request);`,
      ),
    ],
    place: "files",
  },
];
