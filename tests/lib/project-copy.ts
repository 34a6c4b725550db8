// A copy of what the CDK reads, with the smallest FAQ, so that nothing built here is needed or disturbed.
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const root = join(import.meta.dirname, "../..");
const run = promisify(execFile);

export interface ProjectCopy {
  readonly path: string;
  /**
   * Runs `cdk synth`, with nowhere to go but this machine, and gives what it printed; rejects unless
   * it exits 0.
   */
  synthesize(options?: readonly string[], environment?: NodeJS.ProcessEnv): Promise<string>;
  remove(): void;
}

export function copyProject(): ProjectCopy {
  const path = mkdtempSync(join(tmpdir(), "jelas-project-"));
  for (const part of ["package.json", "cdk.json", "tsconfig.json", "bin", "lib", "functions"]) {
    cpSync(join(root, part), join(path, part), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(path, "node_modules"));
  mkdirSync(join(path, "faq/colours"), { recursive: true });
  writeFileSync(join(path, "faq/bot.yaml"), "languages: [en]\n");
  writeFileSync(
    join(path, "faq/colours/sky.yaml"),
    "answer: {en: Blue.}\nphrasings: {en: [what colour is the sky]}\n",
  );
  return {
    path,
    async synthesize(options = [], environment = {}) {
      const nowhere = "http://127.0.0.1:9";
      const command = ["cdk", "synth", "--no-notices", ...options];
      const { stdout, stderr } = await run("npx", command, {
        cwd: path,
        env: {
          ...environment,
          PATH: process.env.PATH,
          HOME: path,
          HTTP_PROXY: nowhere,
          HTTPS_PROXY: nowhere,
          AWS_EC2_METADATA_DISABLED: "true",
          CDK_DISABLE_CLI_TELEMETRY: "true",
        },
      });
      return stdout + stderr;
    },
    remove: () => rmSync(path, { recursive: true }),
  };
}
