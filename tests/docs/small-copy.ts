// A small FAQ where documents expect one: in a repository as if it were a clone, with the topics that they name.
import { cpSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { makeRepository, type Repository } from "../bin/diff/repository.ts";
import { libraryFaq } from "../bin/run-faq.ts";

/** Topics of the bot's own FAQ in place of the library's. */
const topics = { borrowing: "accepting", membership: "facebook-data" };

export function makeSmallCopy(): Repository {
  const repository = makeRepository();
  const faq = join(repository.path, "faq");
  cpSync(libraryFaq, faq, { recursive: true });
  let bot = readFileSync(join(faq, "bot.yaml"), "utf8");
  for (const [theirs, ours] of Object.entries(topics)) {
    renameSync(join(faq, theirs), join(faq, ours));
    bot = bot.replace(`  ${theirs}:`, `  ${ours}:`);
  }
  repository.write("faq/bot.yaml", bot);
  const question = { text: "buka jam berapa", lang: "id", topic: "opening-hours" };
  repository.write("FILE.jsonl", `${JSON.stringify(question)}\n`);
  repository.commit();
  repository.git("update-ref", "refs/remotes/origin/main", "HEAD");
  return repository;
}
