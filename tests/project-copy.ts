// A copy of the project, in which commands can run and disturb nothing that is built here.
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ended, type Run, root } from "./bin/run-faq.ts";

export interface ProjectCopy {
  readonly path: string;
  /** Runs a line of the shell there, with nothing of this process's environment. */
  run(line: string, environment?: NodeJS.ProcessEnv): Promise<Run>;
  /**
   * Runs `cdk synth`, with nowhere to go but this machine, and gives what it printed; rejects unless
   * it exits 0.
   */
  synthesize(options?: readonly string[], environment?: NodeJS.ProcessEnv): Promise<string>;
  remove(): void;
}

/** With the FAQ of a folder, or with the smallest there is. */
export function copyProject(faqFolder?: string): ProjectCopy {
  const path = mkdtempSync(join(tmpdir(), "jelas-project-"));
  const parts = [
    "package.json",
    "package-lock.json",
    "cdk.json",
    "tsconfig.json",
    "bin",
    "lib",
    "functions",
  ];
  for (const part of parts) cpSync(join(root, part), join(path, part), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(path, "node_modules"));
  if (faqFolder === undefined) writeSmallestFaq(path);
  else cpSync(faqFolder, join(path, "faq"), { recursive: true });
  const run: ProjectCopy["run"] = (line, environment = {}) =>
    ended(
      spawn("bash", ["-c", line], {
        cwd: path,
        env: {
          PATH: process.env.PATH,
          HOME: path,
          AWS_EC2_METADATA_DISABLED: "true",
          CDK_DISABLE_CLI_TELEMETRY: "true",
          CDK_NOTICES: "false",
          ...environment,
        },
      }),
    );
  return {
    path,
    run,
    async synthesize(options = [], environment = {}) {
      const nowhere = "http://127.0.0.1:9";
      const { status, stdout, stderr } = await run(`npx cdk synth ${options.join(" ")}`, {
        ...environment,
        HTTP_PROXY: nowhere,
        HTTPS_PROXY: nowhere,
      });
      if (status !== 0) throw new Error(stdout + stderr);
      return stdout + stderr;
    },
    remove: () => rmSync(path, { recursive: true }),
  };
}

function writeSmallestFaq(path: string): void {
  mkdirSync(join(path, "faq/colours"), { recursive: true });
  writeFileSync(join(path, "faq/bot.yaml"), "languages: [en]\n");
  writeFileSync(
    join(path, "faq/colours/sky.yaml"),
    "answer: {en: Blue.}\nphrasings: {en: [what colour is the sky]}\n",
  );
}
