// Counts into a folder for as long as it lives, writing a dot for each count it acknowledges.
import { writeSync } from "node:fs";
import { openEmbeddedStore } from "../../functions/webhook/counts/embedded.ts";
import { addressOf, claimOf } from "./claims.ts";

const [directory = ""] = process.argv.slice(2);
const store = openEmbeddedStore({ directory });
for (let index = 0; ; index++) {
  const message = `message ${index}`;
  await store.claimAndCount(claimOf(message), addressOf(message));
  writeSync(process.stdout.fd, ".");
}
