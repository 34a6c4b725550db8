// The desk's process: ends when the server that started it does.
import { openDesk } from "./desk.ts";
import type { DeskOrder } from "./messages.ts";
import { createOutbox } from "./outbox.ts";

const [, , folder = "faq"] = process.argv;
const desk = openDesk(folder, createOutbox());
process.on("message", (order: DeskOrder) => {
  if (order === "show") desk.show();
});
process.on("disconnect", () => process.exit());
