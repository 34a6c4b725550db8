// moto's DynamoDB, where `moto_server` is on the PATH: another hand's idea of what AWS does.
import { spawn, spawnSync } from "node:child_process";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

export const hasMoto = spawnSync("moto_server", ["--help"]).status === 0;

export interface Moto {
  readonly endpoint: string;
  stop(): void;
}

/** It serves one client at a time: several at once may get status 500. */
export async function startMoto(server: readonly string[] = ["moto_server"]): Promise<Moto> {
  const port = await freePort();
  const [program = "", ...options] = [...server, "-H", "127.0.0.1", "-p", String(port)];
  const moto = spawn(program, options, { stdio: "ignore" });
  const endpoint = `http://127.0.0.1:${port}`;
  const stop = () => moto.kill();
  for (let tries = 0; tries < 600; tries++) {
    const isUp = await fetch(`${endpoint}/moto-api/`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return { endpoint, stop };
    await pause(100);
  }
  stop();
  throw new Error("moto_server did not start");
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
