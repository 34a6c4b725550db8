// A request to a deployed bot goes out as it says of itself.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { call } from "../../../bin/smoke/http.ts";

it("has the media type that it names, and JSON's where it names none", async () => {
  const server = createServer((request, response) => {
    response.end(request.headers["content-type"]);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const request = { method: "POST", path: "/", body: "a=b" } as const;
  const form = await call(origin, { ...request, mediaType: "application/x-www-form-urlencoded" });
  expect(form.body).toBe("application/x-www-form-urlencoded");
  expect((await call(origin, request)).body).toBe("application/json");
});
