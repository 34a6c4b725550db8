// Every command in every document is one that there is, with options and values that it takes.
import { beforeAll, describe, expect, it } from "vitest";
import { documents, readDocument } from "./documents.ts";
import { faultOf } from "./programs.ts";
import { readShell } from "./shell.ts";
import { typedIn } from "./typed.ts";

/** What is wrong with each command of a document that has something wrong. */
async function faultsIn(markdown: string, functions: ReadonlySet<string>): Promise<string[]> {
  const faults: string[] = [];
  for (const { line, isName } of typedIn(markdown)) {
    for (const command of readShell(line)) {
      const fault = await faultOf(command, markdown, functions);
      const isFine = fault === undefined || (isName && fault.includes("missing required argument"));
      if (!isFine) faults.push(`${line}: ${fault}`);
    }
  }
  return faults;
}

// Loads the command line and the benches' names, which takes longer than any test may on a busy machine.
beforeAll(async () => {
  await faultsIn("`npm run bench -- model` `npm run faq -- check`", new Set());
});

describe("every command", () => {
  const functions = new Set(
    documents.flatMap((page) =>
      typedIn(readDocument(page)).flatMap(({ line }) => /^(\w+)\(\) \{/.exec(line)?.[1] ?? []),
    ),
  );
  const typed = documents.map((page) => [page, typedIn(readDocument(page)).length] as const);
  const withCommands = typed.filter(([, count]) => count > 0).map(([page]) => page);

  it("is found: the documents have hundreds", () => {
    expect(typed.reduce((sum, [, count]) => sum + count, 0)).toBeGreaterThan(200);
  });

  it.each(withCommands)("of %s is there", async (page) => {
    expect(await faultsIn(readDocument(page), functions)).toEqual([]);
  });
});

describe("a command is told of", () => {
  it.each([
    ["`npm run hodl`", "no script hodl"],
    ["`npm instal`", "npm instal is not known"],
    ["`npm run faq check`", "-- is missing"],
    ["`npm run --silent faq -- chekc`", "unknown command 'chekc'"],
    ["`npm run --silent faq -- check --al`", "unknown option '--al'"],
    ["`npm run --silent faq -- counts --format pdf`", "'pdf' is invalid"],
    ["`faq channels check carrier-pigeon`", "is invalid"],
    ["`faq smoke <url> --wiat 60`", "unknown option '--wiat'"],
    ["```\nnpm run faq -- settings rotate\n```", "missing required argument"],
    ["```yaml\n- run: npm run --silent faq -- check --format html\n```", "'html' is invalid"],
    ["`npm run bench -- nothing`", "no bench nothing"],
    ["`npm run bench -- storm --sead 1`", "--sead"],
    ["`npx vitest run tests/nowhere`", "no tests in tests/nowhere"],
    ['`npx vitest run tests/docs/shell.test.ts -t "no such"`', "is named no such"],
    ["`npx cdk undeploy`", "no command undeploy"],
    ["```\nnpx cdk deploy --hotswop\n```", "--hotswop"],
    ["`npx cdk deploy -c throttle-rat=5`", "no option throttle-rat"],
    ["`-c watch=some`", "watch must be"],
    ["`npx cdk deploy Jelas-dev`", "deploys Jelas, not Jelas-dev"],
    ["`aws dynamodb drop-table --table-name x`", "dynamodb drop-table is not known"],
    ["`aws dynamodb delete-table --table x`", "takes no --table"],
    ["`curl http://localhost:3000/chatt`", "an unknown address"],
    ["```\nnode nowhere.mjs\n```", "no nowhere.mjs"],
    ["Save it as `there.mjs`:\n```\nnode there.mjs\n```", ""],
    ["`PROT=3001 npm start`", "nothing reads PROT"],
    ["`docker run jelas`", "no way is known to check docker"],
    ["`frobnicate --all`", "no way is known to check frobnicate"],
    ["```\nfrobnicate the faq\n```", "no way is known to check frobnicate"],
    [
      "```sh\nANSWER=$(frobnicate) npm start && echo $ANSWER\n```",
      "no way is known to check frobnicate",
    ],
  ])("if it is such as %j", async (markdown, words) => {
    const faults = await faultsIn(markdown, new Set());
    expect(faults.join("\n")).toContain(words);
    expect(faults.length).toBe(words === "" ? 0 : 1);
  });
});
