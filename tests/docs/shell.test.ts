// What documents tell people to type is read as a shell reads it.
import { expect, it } from "vitest";
import { readShell } from "./shell.ts";

it.each<[string, string[][]]>([
  [
    "npm ci && npm start     # the page",
    [
      ["npm", "ci"],
      ["npm", "start"],
    ],
  ],
  [`curl -d '{"text": "a b"}' http://x/#y`, [["curl", "-d", '{"text": "a b"}', "http://x/#y"]]],
  ["check --format sarif > faq.sarif", [["check", "--format", "sarif"]]],
  [
    'a "$(output Log)" b',
    [
      ["output", "Log"],
      ["a", "$(…)", "b"],
    ],
  ],
  [
    'a "$(($(date +%s) - 3600))000"',
    [
      ["date", "+%s"],
      ["a", "$(…)000"],
    ],
  ],
  ["X=$(a b | grep -o 'c d') e", [["a", "b"], ["grep", "-o", "c d"], ["e"]]],
  ["f() { aws x y; }", [["aws", "x", "y"]]],
  ["a '$(b)' \"c # d\"", [["a", "$(b)", "c # d"]]],
  [
    "set -a; . ~/x.env; set +a",
    [
      ["set", "-a"],
      [".", "~/x.env"],
      ["set", "+a"],
    ],
  ],
])("%s", (line, commands) => {
  expect(readShell(line).map(({ words }) => words)).toEqual(commands);
});

it("tells what is set from what is called", () => {
  expect(readShell("A=1 B='2 3' npm start")).toEqual([
    { variables: { A: "1", B: "2 3" }, words: ["npm", "start"] },
  ]);
  expect(readShell("STACK=Jelas")).toEqual([{ variables: { STACK: "Jelas" }, words: [] }]);
});
