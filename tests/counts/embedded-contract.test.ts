// The embedded store keeps the contract, in memory and in a folder.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openEmbeddedStore } from "../../functions/webhook/counts/embedded.ts";
import { describeStore } from "./store-contract.ts";

describeStore("the embedded store in memory", {
  open() {
    const store = openEmbeddedStore();
    return { store, close: () => store.close() };
  },
  clients: 50,
  manyCells: 5000,
});

describeStore("the embedded store in a folder", {
  open() {
    const directory = mkdtempSync(join(tmpdir(), "jelas-counts-"));
    const store = openEmbeddedStore({ directory });
    return {
      store,
      close() {
        store.close();
        rmSync(directory, { recursive: true });
      },
    };
  },
  clients: 50,
  manyCells: 5000,
});
