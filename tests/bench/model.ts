// What the checker of the journey visits, how long it takes, and which planted bug breaks what.
import { formatTable } from "../../bin/table.ts";
import { check } from "../counts/model/check.ts";
import { type Model, ownModel, starts } from "../counts/model/model.ts";
import { plantedBugs } from "../counts/model/planted-bugs.ts";
import { type Property, properties } from "../counts/model/properties.ts";

export function benchModel(): void {
  const { processes, faults, leaseS, functionTimeoutS } = ownModel;
  print(
    `${processes.length} deliveries, up to ${faults} faults, ` +
      `a lease of ${leaseS} s, ${functionTimeoutS} s to run; ${properties.length} properties:`,
    ...properties.map((property) => `  ${property}`),
    "",
  );
  const own = starts.map((start) => measure({ ...ownModel, start }));
  print(
    formatTable(
      ["the journey from", "situations", "steps", "ms", "broken"],
      own.map(({ situations, steps, ms, violation }, at) => [
        starts[at] ?? "",
        `${situations}`,
        `${steps}`,
        ms.toFixed(0),
        violation?.property ?? "nothing",
      ]),
    ),
  );
  for (const { violation } of own) {
    if (violation) print("", violation.property, ...violation.trace.map((step) => `  ${step}`));
    if (violation) process.exitCode = 1;
  }

  const found = plantedBugs.map(({ name, model, breaks }) => {
    const { situations, ms, violation } = measure(model, [breaks]);
    if (!violation) process.exitCode = 1;
    const steps = violation ? `${violation.trace.length}` : "-";
    return [name, `${situations}`, ms.toFixed(0), steps, violation ? breaks : "NOT FOUND"];
  });
  print("", formatTable(["planted bug", "situations", "ms", "steps to it", "breaks"], found));
}

function measure(model: Model, checked?: readonly Property[]) {
  const startedAt = performance.now();
  return { ...check(model, checked), ms: performance.now() - startedAt };
}

function print(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join("\n")}\n`);
}
